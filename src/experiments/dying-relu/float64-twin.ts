import type { Comparison } from '../../claims/judges/agreement.ts'
import type { Laboratory } from '../../training/laboratory.ts'
import { type BornDead, type BornDeadConfiguration, countBornDead } from './born-dead.ts'
import { collapseAll } from './experiment.ts'
import type { NarrowNet } from './networks.ts'
import { collapseCount, type Rule } from './rules.ts'
import type { Collapse, RunsConfiguration } from './train-runs.ts'

/** Counts of the float64 twin: fixtures/dying-relu/golden.json. */
export interface TwinCounts {
  /** nets of a width that are dead with one hidden layer, with two, … */
  readonly bornDead: readonly {
    readonly initialiser: string
    readonly width: number
    readonly runs: number
    readonly deadByHiddenLayers: readonly number[]
  }[]
  readonly trained: readonly TwinArm[]
}

/** How often trained nets of width 2 collapse. */
export interface TwinArm {
  readonly hiddenLayers: number
  readonly activation: string | { readonly leakyRelu: number }
  readonly initialiser: string
  readonly epochs: number
  readonly runs: number
  readonly bornDead: number
  readonly notebookRule: number
  readonly constant: number
  readonly dead: number
}

/** The experiments of the engine that the twin has counted too. */
export interface AgreementConfiguration extends Omit<RunsConfiguration, keyof NarrowNet | 'runs' | 'epochs'> {
  /** runs of an arm of 2 epochs, and of 20 */
  readonly runs: number
  readonly longRuns: number
  /** runs of the arms of ReLU from Glorot-uniform first weights, which claims count */
  readonly reluRuns: number
  /** first weights of each width, with each of so many hidden layers */
  readonly nets: number
  readonly firstWeights: BornDeadConfiguration['firstWeights']
  readonly widths: readonly number[]
  readonly depths: readonly number[]
  readonly comparedWith: 'the same arm' | 'the next arm'
}

/** What the engine has counted. */
export interface EngineCounts {
  readonly bornDead: ReadonlyMap<number, BornDead>
  /** in the order of the twin's arms */
  readonly trained: readonly Collapse[]
}

/** Counts on the engine what the twin has counted. */
export async function countOnEngine(
  {
    runs,
    longRuns,
    reluRuns,
    nets,
    firstWeights,
    widths,
    depths,
    comparedWith: _,
    ...training
  }: AgreementConfiguration,
  twin: TwinCounts,
  laboratory: Laboratory,
): Promise<EngineCounts> {
  const bornDead = new Map<number, BornDead>()
  const shape = { hiddenLayers: Math.max(...depths), firstWeights, nets }
  for (const width of widths) bornDead.set(width, await countBornDead({ width, ...shape }, laboratory))
  const configurations = twin.trained.map(({ hiddenLayers, activation, initialiser, epochs }) => {
    const net = { hiddenLayers, width: 2, activation, firstWeights: initialiser } as NarrowNet
    const counted = activation === 'relu' && initialiser === 'glorot uniform' ? reluRuns : runs
    return { ...training, ...net, epochs, runs: epochs > 2 ? longRuns : counted }
  })
  return { bornDead, trained: await collapseAll(configurations, laboratory) }
}

/** Pairs each rate of the engine with that of the twin, of the same arm or of the one after it. */
export function comparisonsWith(
  twin: TwinCounts,
  { bornDead, trained }: EngineCounts,
  { depths, firstWeights, comparedWith }: Pick<AgreementConfiguration, 'depths' | 'firstWeights' | 'comparedWith'>,
): Comparison[] {
  const shift = comparedWith === 'the next arm' ? 1 : 0
  return [
    ...twin.bornDead
      .filter(({ initialiser, width }) => initialiser === firstWeights && bornDead.has(width))
      .flatMap(({ width, runs, deadByHiddenLayers }) => {
        const { nets, byHiddenLayers } = bornDead.get(width)!
        return depths.map((depth) => ({
          metric: `share_born_dead_of_width_${width}_and_${depth}_hidden_layers`,
          measured: { successes: byHiddenLayers[depth - 1]!, trials: nets },
          reference: { successes: deadByHiddenLayers[depth - 1]!, trials: runs },
          resolution: resolutionOf(nets, runs),
        }))
      }),
    ...twin.trained.flatMap((arm, index) => {
      const runs = trained[(index + trained.length - shift) % trained.length]!
      const compare = (what: string, measured: number, reference: number): Comparison => ({
        metric: `share_${what}_of_${nameOf(arm)}`,
        measured: { successes: measured, trials: runs.variance.length },
        reference: { successes: reference, trials: arm.runs },
        resolution: resolutionOf(runs.variance.length, arm.runs),
      })
      const count = (rule: Rule) => collapseCount(rule, runs).successes
      const ofAll = [
        compare('collapsed_by_the_rule_of_the_notebook', count('notebook'), arm.notebookRule),
        compare('constant', count('constant'), arm.constant),
      ]
      if (arm.activation !== 'relu') return ofAll
      const born = runs.bornDead.reduce((sum, flag) => sum + flag, 0)
      return [...ofAll, compare('dead', count('dead'), arm.dead), compare('born_dead', born, arm.bornDead)]
    }),
  ]
}

/** Twelve standard errors of the difference of two rates of one half, which the interval and its power need. */
function resolutionOf(measured: number, reference: number): number {
  return 12 * Math.sqrt(0.25 / measured + 0.25 / reference)
}

function nameOf({ hiddenLayers, activation, initialiser, epochs }: TwinArm): string {
  const kind = typeof activation === 'string' ? activation : `leaky_relu_${100 * activation.leakyRelu}_percent`
  return `${kind}_with_${hiddenLayers}_hidden_layers_${initialiser.replaceAll(' ', '_')}_after_${epochs}_epochs`
}

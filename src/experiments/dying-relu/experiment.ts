import { engineKey } from '../../training/engine-key.ts'
import type { Laboratory } from '../../training/laboratory.ts'
import type { RunRequest } from '../../training/run-store.ts'
import { sourceDigest } from '../../training/source-digest.ts'
import type { NarrowNet } from './networks.ts'
import type { Outcomes } from './rules.ts'
import { type Collapse, type RunsConfiguration, trainRuns } from './train-runs.ts'

const sources = sourceDigest(import.meta.url)

/** Several activations on the same runs: equal points, orders and first weights. */
export interface ActivationsConfiguration extends Omit<RunsConfiguration, 'activation'> {
  readonly activations: readonly NarrowNet['activation'][]
}

/** One arm of a comparison. */
export interface Arm {
  readonly activation: NarrowNet['activation']
  /** run r of an arm is paired with its run r + shift: with 0 pairs have equal points and first weights, else none */
  readonly shift: number
}

/** Arms on the same runs. */
export interface ArmsConfiguration extends Omit<RunsConfiguration, 'activation'> {
  readonly arms: readonly [Arm, Arm]
}

/** The assignment's sizes, with the ten hidden layers of the printed summary; how many runs is the scale's affair. */
export const assignment: Omit<RunsConfiguration, 'runs'> = {
  hiddenLayers: 10,
  width: 2,
  activation: 'relu',
  firstWeights: 'glorot uniform',
  points: 3000,
  testPoints: 500,
  epochs: 2,
  batchSize: 64,
  learningRate: 0.01,
  momentum: 0.9,
}

/** Slopes of leaky ReLU below zero: that of the notebook's Keras is 0.2, that of the assignment's definition is lost. */
export const slopes = [0.01, 0.1, 0.2, 0.3] as const

/** Runs that train side by side: enough to keep the engine busy, few enough that two workers share the work. */
const ensembleSize = 1000

/** Trains and measures independent runs, once for all specs that ask. */
export async function collapse(configuration: RunsConfiguration, laboratory: Laboratory): Promise<Collapse> {
  return (await collapseAll([configuration], laboratory))[0]!
}

/** The same for several activations, in their order. */
export function collapseByActivation(
  { activations, ...shared }: ActivationsConfiguration,
  laboratory: Laboratory,
): Promise<Collapse[]> {
  return collapseAll(
    activations.map((activation) => ({ ...shared, activation })),
    laboratory,
  )
}

/** What the runs of two arms come to, run by run, as they are paired. */
export async function collapseInPairs(
  { arms, ...shared }: ArmsConfiguration,
  laboratory: Laboratory,
): Promise<[Outcomes, Outcomes]> {
  const activations = arms.map(({ activation }) => activation)
  const ofArms = await collapseByActivation({ ...shared, activations }, laboratory)
  const [first, second] = ofArms.map(({ variance, dead }, arm) => {
    const { shift } = arms[arm]!
    const runs = variance.length
    return {
      variance: variance.map((_, run) => variance[(run + shift) % runs]!),
      dead: dead.map((_, run) => dead[(run + shift) % runs]!),
    }
  })
  return [first!, second!]
}

/** The same for several configurations, in their order. */
export async function collapseAll(
  configurations: readonly RunsConfiguration[],
  laboratory: Laboratory,
): Promise<Collapse[]> {
  const engine = await engineKey(laboratory)
  const requests = configurations.map((configuration) => requestsOf(configuration, laboratory.seed, engine))
  const results = await laboratory.store.runAll(requests.flat())
  return requests.map(({ length }) => joined(results.splice(0, length)))
}

/** One request for each ensemble. */
function requestsOf({ runs, ...each }: RunsConfiguration, seed: string, engine: string): RunRequest<Collapse>[] {
  return Array.from({ length: Math.ceil(runs / ensembleSize) }, (_, ensemble) => {
    const firstRun = ensemble * ensembleSize
    const configuration = { ...each, runs: Math.min(ensembleSize, runs - firstRun) }
    return {
      key: { experiment: 'dying relu', sources, configuration: { ...configuration, firstRun }, seed, engine },
      train: () => trainRuns(configuration, firstRun, seed),
    }
  })
}

function joined(parts: readonly Collapse[]): Collapse {
  const all = (pick: (part: Collapse) => ArrayLike<number>) => parts.flatMap((part) => Array.from(pick(part)))
  return {
    variance: Float64Array.from(all(({ variance }) => variance)),
    meanOutput: Float64Array.from(all(({ meanOutput }) => meanOutput)),
    lossAsConstant: Float64Array.from(all(({ lossAsConstant }) => lossAsConstant)),
    dead: Uint8Array.from(all(({ dead }) => dead)),
    bornDead: Uint8Array.from(all(({ bornDead }) => bornDead)),
    functions: parts.flatMap(({ functions }) => functions),
  }
}

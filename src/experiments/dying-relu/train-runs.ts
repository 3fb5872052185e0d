import { randomStream } from '../../random/stream.ts'
import { momentsOf } from '../../statistics/moments.ts'
import { announceProgress } from '../../training/announce-progress.ts'
import { trainEnsemble } from '../../training/ensemble.ts'
import type { Weights } from '../../training/network-parameters.ts'
import { drawsFrom, type Start } from '../../training/train-draws.ts'
import type { Examples } from '../../training/train-examples.ts'
import { domain, drawPoints } from '../absolute-value.ts'
import { aliveOn } from './activity.ts'
import { forwardOnHost } from './forward-on-host.ts'
import { drawWeights, type NarrowNet, narrowNet, slopeOf } from './networks.ts'
import { largestVariance, type Outcomes } from './rules.ts'
import { type Descent, isAsleep, trainOutputBias } from './train-output-bias.ts'

/** Independent runs, each with points, first weights and orders of its own. */
export interface RunsConfiguration extends NarrowNet, Descent {
  readonly runs: number
  readonly points: number
  readonly testPoints: number
}

/** What is known of the runs, one value for each. */
export interface Collapse extends Outcomes {
  /** mean output over the run's test points, [runs] */
  readonly meanOutput: Float64Array
  /** mean square error of the mean output on the run's training points, [runs]; NaN for a net that is no constant */
  readonly lossAsConstant: Float64Array
  /** 1 for a net whose first weights are alive nowhere on the domain, else 0, [runs]; all 0 for leaky ReLU */
  readonly bornDead: Uint8Array
  /** the first runs' functions over the `grid`, before and after training */
  readonly functions: readonly { readonly first: Float64Array; readonly trained: Float64Array }[]
}

/** What a run draws. */
interface DrawnRun {
  readonly examples: Examples
  /** test points, [count] float32 */
  readonly tests: Float32Array
  readonly start: Start
}

/** Places of the domain at which functions are kept, and of how many runs. */
export const grid = Float64Array.from({ length: 81 }, (_, place) => (domain.high * (place - 40)) / 40)
const runsWithFunctions = 120

/**
 * Draws a run. Nothing of it depends on the activation, nor on other runs.
 *
 * @param run - counted from 0
 */
export function drawRun({ points, testPoints, ...net }: RunsConfiguration, seed: string, run: number): DrawnRun {
  const stream = randomStream(seed, 'dying relu', 'run', run)
  return {
    examples: drawPoints(stream.stream('points'), points),
    tests: drawPoints(stream.stream('test points'), testPoints).inputs,
    start: { weights: drawWeights(net, stream.stream('weights')), draws: () => drawsFrom(stream) },
  }
}

/**
 * Trains runs side by side on the engine, and measures them in float64 on the host.
 *
 * @param firstRun - counted from 0
 */
export async function trainRuns(configuration: RunsConfiguration, firstRun: number, seed: string): Promise<Collapse> {
  const drawn = Array.from({ length: configuration.runs }, (_, index) => {
    return drawRun(configuration, seed, firstRun + index)
  })
  const isRelu = configuration.activation === 'relu'
  const slope = slopeOf(configuration)
  const asleep = drawn.map(({ start }) => isRelu && isAsleep(start.weights))
  const trained = await trainAll(configuration, drawn, asleep)
  const isDead = (weights: Weights) => isRelu && aliveOn(weights, domain).length === 0
  const measured = drawn.map(({ examples, tests }, run) => {
    const weights = trained[run]!
    // Of a net that is asleep the bias of the output is all there is.
    const { mean, variance } = asleep[run]
      ? { mean: weights.at(-1)!.bias![0]!, variance: 0 }
      : momentsOf(forwardOnHost(weights, slope, tests))
    const isConstant = variance <= largestVariance.constant
    const lossAsConstant = isConstant ? lossOfConstant(mean, examples.targets) : Number.NaN
    return { mean, variance, lossAsConstant, dead: asleep[run] || isDead(weights) }
  })
  return {
    variance: Float64Array.from(measured, ({ variance }) => variance),
    meanOutput: Float64Array.from(measured, ({ mean }) => mean),
    lossAsConstant: Float64Array.from(measured, (each) => each.lossAsConstant),
    dead: Uint8Array.from(measured, ({ dead }) => (dead ? 1 : 0)),
    bornDead: Uint8Array.from(drawn, ({ start }, run) => (asleep[run] || isDead(start.weights) ? 1 : 0)),
    functions: drawn.slice(0, firstRun === 0 ? runsWithFunctions : 0).map(({ start }, run) => ({
      first: forwardOnHost(start.weights, slope, grid),
      trained: forwardOnHost(trained[run]!, slope, grid),
    })),
  }
}

/** The mean square error of a constant. */
function lossOfConstant(constant: number, targets: Float32Array): number {
  const { mean, variance } = momentsOf(targets)
  return variance + (constant - mean) ** 2
}

/** Trains on the engine the nets that have more than one parameter to train. */
async function trainAll(
  configuration: RunsConfiguration,
  drawn: readonly DrawnRun[],
  asleep: readonly boolean[],
): Promise<Weights[]> {
  const { epochs, batchSize, learningRate, momentum, activation } = configuration
  const awake = drawn.filter((_, run) => !asleep[run])
  const optimizer = { learningRate, momentum, nesterov: true }
  const trained = await trainEnsemble(
    { network: narrowNet(configuration), loss: 'mean squared error', optimizer, epochs, batchSize },
    awake.map(({ examples }) => examples),
    awake.map(({ start }) => start),
    { progress: announceProgress(`${awake.length} nets with ${JSON.stringify(activation)}`) },
  )
  return drawn.map(({ start, examples }, run) =>
    asleep[run] ? trainOutputBias(start.weights, examples, start.draws(), configuration) : trained.shift()!.weights,
  )
}

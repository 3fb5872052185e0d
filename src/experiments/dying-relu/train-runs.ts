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
  /** mean square error on the run's training points after training, [runs] */
  readonly trainingLoss: Float64Array
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
  const trained = await trainAll(configuration, drawn)
  const isRelu = configuration.activation === 'relu'
  const slope = slopeOf(configuration)
  const isDead = (weights: Weights) => (isRelu && aliveOn(weights, domain).length === 0 ? 1 : 0)
  const measured = drawn.map(({ examples, tests }, run) => {
    const weights = trained[run]!
    const { mean, variance } = momentsOf(forwardOnHost(weights, slope, tests))
    // Most nets are constants, which need no second pass.
    const isConstant = variance <= largestVariance.constant
    const outputs = isConstant ? null : forwardOnHost(weights, slope, examples.inputs)
    const trainingLoss = meanSquareError(outputs ?? mean, examples.targets)
    return { mean, variance, trainingLoss, dead: isDead(weights) }
  })
  return {
    variance: Float64Array.from(measured, ({ variance }) => variance),
    meanOutput: Float64Array.from(measured, ({ mean }) => mean),
    trainingLoss: Float64Array.from(measured, ({ trainingLoss }) => trainingLoss),
    dead: Uint8Array.from(measured, ({ dead }) => dead),
    bornDead: Uint8Array.from(drawn, ({ start }) => isDead(start.weights)),
    functions: drawn.slice(0, firstRun === 0 ? runsWithFunctions : 0).map(({ start }, run) => ({
      first: forwardOnHost(start.weights, slope, grid),
      trained: forwardOnHost(trained[run]!, slope, grid),
    })),
  }
}

/** Of outputs, or of one that is the same for all. */
function meanSquareError(outputs: Float64Array | number, targets: Float32Array): number {
  let sum = 0
  for (let index = 0; index < targets.length; index++) {
    sum += ((typeof outputs === 'number' ? outputs : outputs[index]!) - targets[index]!) ** 2
  }
  return sum / targets.length
}

/** Trains on the engine the nets that have more than one parameter to train. */
async function trainAll(configuration: RunsConfiguration, drawn: readonly DrawnRun[]): Promise<Weights[]> {
  const { epochs, batchSize, learningRate, momentum, activation } = configuration
  const asleep = drawn.map(({ start }) => activation === 'relu' && isAsleep(start.weights))
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

import { randomStream } from '../../random/stream.ts'
import { float32Sum, isClose } from '../../tolerances.ts'
import type { Laboratory } from '../../training/laboratory.ts'
import { evaluate, predict } from '../../training/network-evaluate.ts'
import { initialWeights } from '../../training/network-parameters.ts'
import { eggholderNetwork } from './networks.ts'
import { notebookSplit } from './points.ts'
import { scaledSplit } from './scaled-split.ts'
import { type SubmittedNets, submittedNets } from './submitted-nets.ts'

export interface DrawnErrorsConfiguration {
  readonly nets: SubmittedNets
  /** what is drawn for a net: what its evaluation returns under the loss mean_squared_error, or the root of that */
  readonly drawn: 'the evaluation' | 'its root'
}

/** The error of a net by the engine and by the host, on standardised targets. */
export interface DrawnError {
  /** what the notebook would draw */
  readonly drawn: number
  /** what the evaluation returns */
  readonly evaluation: number
  /** mean of the squared residuals, in float64 */
  readonly meanSquare: number
}

export interface DrawnErrors {
  readonly errors: readonly DrawnError[]
  /** standard deviation of the training targets, in the function's unit */
  readonly targetDeviation: number
}

/**
 * Test points that are evaluated: the error of nets with first weights is near 1, where a number and its root are close, so
 * there are to be few roundings.
 */
const points = 100

/** Evaluates every net of the notebook with its first weights, on the first of the notebook's test points. */
export async function drawErrors(
  { nets, drawn }: DrawnErrorsConfiguration,
  laboratory: Laboratory,
): Promise<DrawnErrors> {
  await laboratory.engine()
  const { test, targets } = scaledSplit(notebookSplit())
  const examples = { inputs: test.inputs.slice(0, 2 * points), targets: test.targets.slice(0, points) }
  const errors: DrawnError[] = []
  for (const net of submittedNets(nets)) {
    const network = eggholderNetwork(net)
    const weights = initialWeights(network, randomStream(laboratory.seed, 'eggholder', 'first weights', ...net.hidden))
    const { loss } = await evaluate(network, 'mean squared error', weights, examples)
    const outputs = await predict(network, weights, examples.inputs)
    const squares = outputs.reduce((sum, output, point) => sum + (output - examples.targets[point]!) ** 2, 0)
    errors.push({
      drawn: drawn === 'its root' ? Math.sqrt(loss) : loss,
      evaluation: loss,
      meanSquare: squares / points,
    })
  }
  return { errors, targetDeviation: targets.deviation[0]! }
}

/**
 * Whether the engine's number is the host's, but for the roundings of float32: at most one for each point that is added
 * up, and six for the residual, its square and the quotients. A root has half of its argument's relative error.
 */
export function isSameError(onEngine: number, onHost: number): boolean {
  return isClose(onEngine, onHost, float32Sum(points + 6, onHost))
}

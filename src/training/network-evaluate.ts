import * as tf from '@tensorflow/tfjs'
import { sizeOf } from '../layers/fans.ts'
import { type LossName, losses } from './loss.ts'
import { correctCount, type Scores, Tally } from './metrics.ts'
import { type Network, shapesOf } from './network.ts'
import type { Weights } from './network-parameters.ts'
import { type NetworkTensors, pass } from './network-pass.ts'
import { disposeTensors, type RunsAxis, stackWeights, uploadWeights } from './network-tensors.ts'
import { type Examples, inOrder, ResidentExamples, ResidentRows } from './train-examples.ts'

/** A net's loss, and a classifier's accuracy, in evaluation mode. */
export async function evaluate(
  network: Network,
  loss: LossName,
  weights: Weights,
  examples: Examples,
): Promise<Scores> {
  return (await evaluateStacked(network, loss, [weights], [examples], []))[0]!
}

/**
 * What a net makes of inputs, in evaluation mode.
 *
 * @param inputs - [count, …input of the net] float32
 * @returns [count, units of the output] float32
 */
export async function predict(network: Network, weights: Weights, inputs: Float32Array): Promise<Float32Array> {
  return (await predictStacked(network, [weights], [inputs], []))[0]!
}

/**
 * The scores of each net.
 *
 * @param sets - one, or as many as there are runs
 */
export async function evaluateStacked(
  network: Network,
  loss: LossName,
  members: readonly Weights[],
  sets: readonly Examples[],
  runs: RunsAxis,
): Promise<Scores[]> {
  const stacked = stackWeights(network, members)
  const resident = new ResidentExamples(network, sets, runs)
  const parameters = uploadWeights(network, stacked, runs)
  try {
    return await evaluateResident(network, loss, parameters, resident, runs)
  } finally {
    resident.dispose()
    disposeTensors(parameters)
  }
}

/** The scores of each net on examples that are on the engine. */
export async function evaluateResident(
  network: Network,
  loss: LossName,
  parameters: NetworkTensors,
  examples: ResidentExamples,
  runs: RunsAxis,
): Promise<Scores[]> {
  const tally = new Tally()
  const orders = inOrder(examples.count, runs)
  try {
    for (const [from, size] of batches(examples.count, evaluationBatch(runs))) {
      tf.tidy(() => {
        const { inputs, targets } = examples.batch(orders, from, size)
        const output = pass(network, parameters, inputs, 'evaluation').outputs.at(-1)!
        tally.add(losses[loss](targets, output), isClassification(loss) ? correctCount(targets, output) : null, size)
      })
    }
    return await tally.read()
  } finally {
    tally.dispose()
  }
}

/**
 * What each net makes of its inputs, or of those that all share, in evaluation mode.
 *
 * @param sets - one, or as many as there are runs
 */
export async function predictStacked(
  network: Network,
  members: readonly Weights[],
  sets: readonly Float32Array[],
  runs: RunsAxis,
): Promise<Float32Array[]> {
  const shapes = shapesOf(network)
  const units = sizeOf(shapes.at(-1)!)
  const stacked = stackWeights(network, members)
  const rows = new ResidentRows(sets, shapes[0]!, runs)
  const orders = inOrder(rows.count, runs)
  const parameters = uploadWeights(network, stacked, runs)
  const predictions = members.map(() => new Float32Array(rows.count * units))
  try {
    for (const [from, size] of batches(rows.count, evaluationBatch(runs))) {
      const output = tf.tidy(
        () => pass(network, parameters, rows.gather(rows.places(orders, from, size)), 'evaluation').outputs.at(-1)!,
      )
      const values = await output.data<'float32'>()
      output.dispose()
      for (const [run, ofRun] of predictions.entries()) {
        ofRun.set(values.subarray(run * size * units, (run + 1) * size * units), from * units)
      }
    }
    return predictions
  } finally {
    rows.dispose()
    disposeTensors(parameters)
  }
}

/** Whether the loss is that of a classifier, which has an accuracy. */
export function isClassification(loss: LossName): boolean {
  return loss === 'softmax cross-entropy'
}

/** Cuts a count into batches, the last one as large as what is left: pairs of the first place and the size. */
export function batches(count: number, size: number): readonly (readonly [from: number, size: number])[] {
  return Array.from({ length: Math.ceil(count / size) }, (_, index) => {
    return [index * size, Math.min(size, count - index * size)] as const
  })
}

/** The most examples of a net that pass at once in evaluation. */
export const largestEvaluationBatch = 1000

/** So many examples pass at once in evaluation that the engine is busy and its memory is not full. */
function evaluationBatch(runs: RunsAxis): number {
  return Math.max(1, Math.min(largestEvaluationBatch, Math.floor(2 ** 17 / (runs[0] ?? 1))))
}

import * as tf from '@tensorflow/tfjs'
import type { TrainingSets } from './data.ts'
import type { TrainedPerceptrons, Training } from './trained.ts'

/**
 * Trains one perceptron on each training set, all sets at once on the engine: a step takes the same point of every
 * set, and a mask keeps the sets still that the point does not move. The weights come back once, at the end.
 */
export async function trainOnEngine(
  { runs, points, x, y, start }: TrainingSets,
  { a, epochs, learningRate }: Training,
): Promise<TrainedPerceptrons> {
  // [runs, 2] for each point: y·x, and what an update adds.
  const signed = tf.tidy(() =>
    tf.unstack(tf.mul(tf.tensor3d(x, [runs, points, 2]), tf.tensor3d(y, [runs, points, 1])), 1),
  )
  const step = tf.tidy(() => signed.map((point) => tf.mul(point, learningRate)))
  let weights: tf.Tensor = tf.tensor2d(start, [runs, 2])
  let lastUpdate: tf.Tensor = tf.zeros([runs])
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const before = { weights, lastUpdate }
    ;[weights, lastUpdate] = tf.tidy(() => {
      let current = weights
      for (let point = 0; point < points; point++) {
        const margin = tf.sum(tf.mul(current, signed[point]!), 1, true)
        const updated = tf.logicalOr(tf.less(margin, a), tf.lessEqual(margin, 0))
        current = tf.add(current, tf.mul(step[point]!, tf.cast(updated, 'float32')))
      }
      const moved = tf.any(tf.notEqual(current, weights), 1)
      return [current, tf.where(moved, tf.fill([runs], epoch), lastUpdate)]
    })
    tf.dispose([before.weights, before.lastUpdate])
  }
  const trained = {
    weights: Float64Array.from(await weights.data()),
    lastUpdate: Int32Array.from(await lastUpdate.data()),
  }
  tf.dispose([signed, step, weights, lastUpdate])
  return trained
}

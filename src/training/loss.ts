import * as tf from '@tensorflow/tfjs'

/** The losses that a net can be trained by; the second takes the outputs for logits. */
export type LossName = 'mean squared error' | 'softmax cross-entropy'

/**
 * A loss, averaged over the batch: a number for each net.
 *
 * @param targets - [(runs,) batch, units] float32
 * @param outputs - of the same shape
 * @returns [] or [runs] float32
 */
export type Loss = (targets: tf.Tensor, outputs: tf.Tensor) => tf.Tensor

/** The square difference, averaged over the units and the batch: Keras's mean_squared_error. */
export const meanSquaredError: Loss = (targets, outputs) => {
  const [batch, units] = targets.shape.slice(-2) as [number, number]
  return tf.div(total(tf.squaredDifference(outputs, targets)), batch * units)
}

/**
 * −Σ target · log softmax(logits), averaged over the batch. Keras computes this, and not the function of probabilities
 * below, for a net whose *last layer* is softmax and whose loss is categorical_crossentropy: it finds the logits behind
 * the softmax. So a net here ends with a linear layer, and its loss holds the softmax.
 */
export const softmaxCrossEntropy: Loss = (targets, logits) =>
  tf.div(total(tf.mul(targets, tf.logSoftmax(logits))), -targets.shape.at(-2)!)

/**
 * Keras's categorical_crossentropy of plain probabilities, averaged over the batch: the probabilities of an example are
 * divided by their sum and clipped to [10⁻⁷, 1 − 10⁻⁷]. So one example costs at most −log 10⁻⁷ = 16.12 (for one-hot
 * targets), never exactly 0, and where a probability is clipped it has no gradient: a class that is thought impossible
 * can no longer be learnt.
 */
export const categoricalCrossEntropy: Loss = (targets, probabilities) => {
  const shares = tf.div(probabilities, tf.sum(probabilities, -1, true))
  const logarithms = tf.log(tf.clipByValue(shares, probabilityFloor, 1 - probabilityFloor))
  return tf.div(total(tf.mul(targets, logarithms)), -targets.shape.at(-2)!)
}

/** Keras's backend.epsilon(). */
const probabilityFloor = 1e-7

/** The sum over the batch and the units, for each net: [(runs,) batch, units] → [] or [runs]. */
function total(values: tf.Tensor): tf.Tensor {
  return tf.sum(values, [-2, -1])
}

/** The losses by name. */
export const losses = {
  'mean squared error': meanSquaredError,
  'softmax cross-entropy': softmaxCrossEntropy,
} as const satisfies Record<LossName, Loss>

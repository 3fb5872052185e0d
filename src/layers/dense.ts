import * as tf from '@tensorflow/tfjs'

/**
 * The affine map x · kernel + bias of Keras's Dense layer, before its activation. With the axis of runs it is one map
 * for each net of an ensemble.
 *
 * @param x - [(runs,) batch, inputs] float32
 * @param kernel - [(runs,) inputs, units] float32
 * @param bias - [(runs,) 1, units] float32
 * @returns [(runs,) batch, units] float32
 */
export function dense(x: tf.Tensor, kernel: tf.Tensor, bias: tf.Tensor): tf.Tensor {
  return tf.add(tf.matMul(x, kernel), bias)
}

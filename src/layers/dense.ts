import * as tf from '@tensorflow/tfjs'
import { denseOfPairs, servesPairs } from '../backend/kernels/dense-of-pairs.ts'
import { type Activation, activate } from './activation.ts'
import { addBias } from './add-bias.ts'

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
  return addBias(tf.matMul(x, kernel), bias)
}

/** Keras's Dense layer with its activation, see `dense`. */
export function activatedDense(x: tf.Tensor, kernel: tf.Tensor, bias: tf.Tensor, activation: Activation): tf.Tensor {
  const slope = slopeBelowZero(activation)
  if (slope !== null && servesPairs(x, kernel)) return denseOfPairs(x, kernel, bias, slope)
  return activate(dense(x, kernel, bias), activation)
}

/** Of an activation that is the identity above zero; null for others. */
function slopeBelowZero(activation: Activation): number | null {
  if (activation === 'linear') return 1
  if (activation === 'relu') return 0
  return typeof activation === 'string' ? null : activation.leakyRelu
}

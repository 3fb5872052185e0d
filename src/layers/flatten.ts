import * as tf from '@tensorflow/tfjs'
import { sizeOf } from './fans.ts'

/**
 * Each example as one row, in the order height, width, channels: Keras's Flatten.
 *
 * @param x - [batch, …] float32
 * @returns [batch, values of an example] float32
 */
export function flatten(x: tf.Tensor): tf.Tensor2D {
  return tf.reshape(x, [x.shape[0]!, sizeOf(x.shape.slice(1))])
}

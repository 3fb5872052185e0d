import * as tf from '@tensorflow/tfjs'

/**
 * The mean over squares that do not overlap: Keras's AveragePooling2D with its default strides and padding. Rows and
 * columns that do not fill a last square are left out.
 *
 * @param x - [batch, height, width, channels] float32
 * @param size - height and width of a square
 * @returns [batch, ⌊height / size⌋, ⌊width / size⌋, channels] float32
 */
export function averagePooling(x: tf.Tensor4D, size: number): tf.Tensor4D {
  return tf.avgPool(x, size, size, 'valid')
}

import * as tf from '@tensorflow/tfjs'
import { addBias } from './add-bias.ts'

/** How a convolution treats the border: as many places as the input has, by zeros around it, or only whole fields. */
export type Padding = 'same' | 'valid'

/**
 * The convolution of Keras's Conv2D layer with strides of 1 (in fact a cross-correlation), before its activation.
 * 'same' puts the odd row or column of zeros at the end, as TensorFlow does.
 *
 * @param x - [batch, height, width, channels] float32
 * @param kernel - [kernel height, kernel width, channels, filters] float32
 * @param bias - [1, filters] float32
 * @returns [batch, height, width, filters] float32; with 'valid' the height and width are less by the kernel's minus 1
 */
export function convolution(x: tf.Tensor4D, kernel: tf.Tensor4D, bias: tf.Tensor, padding: Padding): tf.Tensor4D {
  return addBias(tf.conv2d(x, kernel, 1, padding), bias)
}

import * as tf from '@tensorflow/tfjs'
import { leakyRectifier } from '../backend/kernels/leaky-rectifier.ts'

/** What a layer applies to each of its values, as plain data. */
export type Activation = 'linear' | 'relu' | 'sigmoid' | 'tanh' | { readonly leakyRelu: number }

/**
 * Applies an activation to each value. The derivative at the kink of ReLU is 0 and at that of leaky ReLU its slope,
 * as in TensorFlow's kernels.
 *
 * Leaky ReLU is x for x > 0 and slope · x elsewhere. Keras 3 has two defaults for the slope: 0.2 for the string
 * 'leaky_relu' and 0.3 for the layer LeakyReLU; so there is none here.
 *
 * @param x - float32, any shape
 * @returns float32 of the same shape
 */
export function activate<T extends tf.Tensor>(x: T, activation: Activation): T {
  switch (activation) {
    case 'linear':
      return x
    case 'relu':
      return tf.relu(x)
    case 'sigmoid':
      return tf.sigmoid(x)
    case 'tanh':
      return tf.tanh(x)
    default:
      return leakyRectifier(x, activation.leakyRelu)
  }
}

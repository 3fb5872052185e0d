import * as tf from '@tensorflow/tfjs'
import { meanOfShape } from '../backend/kernels/mean-of-shape.ts'

/**
 * Adds a bias to each example. Its gradient, the sum over the batch, is taken as a mean times its count: of these the
 * engines have the faster and on wasm the more exact kernel (mean-over-middle-axes.ts).
 *
 * @param x - [(runs,) batch, …, units] float32
 * @param bias - [(runs,) 1, units] float32
 * @returns of the shape of x
 */
export function addBias<T extends tf.Tensor>(x: T, bias: tf.Tensor): T {
  const add = tf.customGrad((...given) => {
    const [x, bias] = given as [tf.Tensor, tf.Tensor]
    return {
      value: tf.add(x, bias),
      gradFunc: (dy: tf.Tensor) => [dy, tf.mul(meanOfShape(dy, bias.shape), dy.size / bias.size)],
    }
  })
  return add(x, bias) as T
}

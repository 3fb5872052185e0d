import * as tf from '@tensorflow/tfjs'
import type { Kernel } from './kernel.ts'

/** Below it the polynomial is used, and it is not right above (Cephes, tanhf.c). */
const small = 0.625

/** Of x³, x⁵, …, x¹¹ in tanh x − x for |x| ≤ 0.625, the last one first (Moshier's Cephes 2.2, single/tanhf.c). */
const [highest, ...lower] = [
  -5.70498872745e-3, 2.06390887954e-2, -5.37397155531e-2, 1.33314422036e-1, -3.33332819422e-1,
] as const

/**
 * tanh. The WebGPU backend has (1 − e) / (1 + e) with e = exp(−2|x|), which for small x is off by two roundings of 1 and
 * not of tanh x: of 0.01 by 180 roundings. Batch normalisation brings such values to size 1 again, and after ten steps
 * LeNet-5 with Dropout and BatchNorm had gradients off by 1.7 times (SwiftShader) and 2.2 times (NVIDIA H200) what two
 * trainings in float32 may differ. For small x it is a polynomial here.
 */
export const tanhBySeries: Kernel = {
  name: tf.Tanh,

  compute(inputs, _attributes, stock) {
    const { x } = inputs as { x: tf.Tensor }
    const square = tf.square(x)
    const sum = lower.reduce<tf.Tensor | number>((sum, next) => tf.add(tf.mul(sum, square), next), highest)
    return tf.where(tf.less(tf.abs(x), small), tf.add(tf.mul(tf.mul(sum, square), x), x), stock(inputs))
  },
}

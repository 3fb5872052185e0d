import * as tf from '@tensorflow/tfjs'
import type { Kernel } from './kernel.ts'

/**
 * tanh. The wasm backend calls the C library for each value, but XNNPACK has exp(x) − 1 for x ≤ 0 with SIMD: ELU. With
 * e = exp(−2|x|) − 1, tanh |x| = −e / (e + 2) has a small *relative* error for tiny x too, which 2 σ(2x) − 1 has not.
 * Measured for 470,400 values: 4 to 5 times faster. (Below 2,000 values it is slower, by some 20 μs.) No
 * upstream issue is known.
 */
export const hyperbolicTangent: Kernel = {
  name: tf.Tanh,

  compute(inputs) {
    const { x } = inputs as { x: tf.Tensor }
    const e = tf.elu(tf.mul(tf.abs(x), -2))
    const ofAbsolute = tf.div(e, tf.add(e, 2))
    // 1 for x ≤ 0 and −1 above. tf.sign is no help: on wasm it is 0 for |x| < 2⁻²³, and for NaN.
    const sign = tf.sub(1, tf.mul(tf.step(x), 2))
    return tf.mul(ofAbsolute, sign)
  },
}

import * as tf from '@tensorflow/tfjs'
import type { Kernel } from './kernel.ts'

/**
 * A copy of a tensor. tfjs makes one of each tensor that a gradient will need. Data never change, so the copy can share
 * them, as it does on other backends and as reshaping does on wasm; the wasm backend copies. Measured for 470,400
 * values: 6 times faster.
 */
export const identity: Kernel = {
  name: tf.Identity,
  compute: ({ x }) => tf.reshape(x!, x!.shape),
}

/** A change of type. To the type that the values have, it need not copy either. */
export const cast: Kernel = {
  name: tf.Cast,
  compute: ({ x }, { dtype }, stock) => (dtype === x!.dtype ? tf.reshape(x!, x!.shape) : stock({ x })),
}

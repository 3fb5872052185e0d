import * as tf from '@tensorflow/tfjs'

/** What tfjs's WebGPU backend has and no other (WebGPU specification, GPUSupportedLimits). */
interface WithDevice {
  readonly device?: {
    readonly limits: { readonly maxBufferSize: number; readonly maxStorageBufferBindingSize: number }
  }
}

/** The size in bytes of the largest tensor that the engine that is open can take; infinite where it sets no limit. */
export function largestTensor(): number {
  const { device } = tf.backend() as WithDevice
  if (device === undefined) return Number.POSITIVE_INFINITY
  return Math.min(device.limits.maxBufferSize, device.limits.maxStorageBufferBindingSize)
}

import * as tf from '@tensorflow/tfjs'

/** The values of what a computation gives; all its tensors are disposed. WebGPU reads only asynchronously. */
export async function read(compute: () => tf.Tensor): Promise<Float32Array> {
  const result = tf.tidy(compute)
  try {
    return (await result.data<'float32'>()).slice()
  } finally {
    result.dispose()
  }
}

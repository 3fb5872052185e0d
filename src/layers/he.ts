import type { Stream } from '../random/stream.ts'
import { fansOf, sizeOf } from './fans.ts'
import { truncatedNormal } from './truncated-normal.ts'

/**
 * A kernel of independent truncated normal values with variance 2 / fan in: He et al. 2015, equation 10, truncated
 * and corrected as in Keras.
 *
 * @param shape - of the kernel: [inputs, units], or [height, width, inputs, filters]
 * @returns the values in row-major order, float32
 */
export function heNormal(stream: Stream, shape: readonly number[]): Float32Array<ArrayBuffer> {
  return truncatedNormal(stream, sizeOf(shape), Math.sqrt(2 / fansOf(shape).fanIn))
}

/**
 * A kernel of independent values, uniform on [−l, l) with l = √(6 / fan in), so that their variance is 2 / fan in.
 *
 * @param shape - of the kernel: [inputs, units], or [height, width, inputs, filters]
 * @returns the values in row-major order, float32
 */
export function heUniform(stream: Stream, shape: readonly number[]): Float32Array<ArrayBuffer> {
  const limit = Math.sqrt(6 / fansOf(shape).fanIn)
  return stream.fillUniform(new Float32Array(sizeOf(shape)), -limit, limit)
}

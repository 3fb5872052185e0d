import type { Stream } from '../random/stream.ts'
import { fansOf, sizeOf } from './fans.ts'

/**
 * A kernel of independent values, uniform on [−l, l) with l = √(6 / (fan in + fan out)): Glorot & Bengio 2010,
 * equation 16. It is the default of dense and convolutional layers in Keras; in tfjs that is glorot *normal*.
 *
 * @param shape - of the kernel: [inputs, units], or [height, width, inputs, filters]
 * @returns the values in row-major order, float32
 */
export function glorotUniform(stream: Stream, shape: readonly number[]): Float32Array<ArrayBuffer> {
  const { fanIn, fanOut } = fansOf(shape)
  const limit = Math.sqrt(6 / (fanIn + fanOut))
  return stream.fillUniform(new Float32Array(sizeOf(shape)), -limit, limit)
}

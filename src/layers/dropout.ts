import * as tf from '@tensorflow/tfjs'
import type { Stream } from '../random/stream.ts'

/**
 * Draws a mask for inverted dropout: each value is 0 with the probability `rate` and else 1 / (1 − rate), so that the
 * mean of what it multiplies is kept (Srivastava et al. 2014, section 10). Every step needs a mask of its own; tfjs's
 * seeded dropout draws the same one at each call.
 *
 * @param rate - the probability to drop, of [0, 1); it is rounded to a multiple of 2⁻³²
 * @param count - how many values
 * @returns [count] float32
 * @throws {RangeError} if the rate is outside [0, 1)
 */
export function dropoutMask(stream: Stream, rate: number, count: number): Float32Array<ArrayBuffer> {
  if (!(rate >= 0 && rate < 1)) throw new RangeError(`a dropout rate is at least 0 and below 1, but it is ${rate}`)
  const dropped = Math.round(rate * 2 ** 32)
  const kept = 1 / (1 - rate)
  const mask = new Float32Array(count)
  for (let index = 0; index < count; index++) mask[index] = stream.integer(2 ** 32) < dropped ? 0 : kept
  return mask
}

/**
 * Dropout in training: the product with a mask. In evaluation the layer does nothing.
 *
 * @param x - float32, any shape
 * @param mask - of the same shape, from `dropoutMask` or recorded
 */
export function dropout<T extends tf.Tensor>(x: T, mask: tf.Tensor): T {
  return tf.mul(x, mask)
}

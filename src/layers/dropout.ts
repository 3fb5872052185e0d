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
  const mask = new Float32Array(count)
  // By its bits and without a branch: a processor guesses a fair coin wrongly every other time.
  const pattern = new Int32Array(mask.buffer)
  const kept = new Int32Array(Float32Array.of(1 / (1 - rate)).buffer)[0]!
  for (let from = 0; from < count; from += 32) {
    let bits = droppedBits(stream, dropped)
    const end = Math.min(from + 32, count)
    for (let index = from; index < end; index++) {
      pattern[index] = kept & ((bits & 1) - 1)
      bits >>>= 1
    }
  }
  return mask
}

/**
 * 32 bits, each 1 with the probability dropped / 2³² and independent of the others. Behind a bit b of the probability
 * comes the rest of it, r: the whole is (b + r) / 2, which is what OR with a fair bit makes of r where b is 1, and AND
 * where it is 0. So one half takes one draw for 32 values, and no probability more than a draw for each.
 */
function droppedBits(stream: Stream, dropped: number): number {
  let bits = dropped === 2 ** 32 ? -1 : 0
  if (bits !== 0 || dropped === 0) return bits
  const lowest = 31 - Math.clz32(dropped & -dropped)
  for (let place = lowest; place < 32; place++) {
    const fair = stream.integer(2 ** 32)
    bits = (dropped >>> place) & 1 ? bits | fair : bits & fair
  }
  return bits
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

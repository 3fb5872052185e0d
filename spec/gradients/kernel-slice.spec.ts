import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { randomStream } from '../../src/random/stream.ts'
import { forAny } from './for-any.ts'

beforeAll(() => openEngine('wasm'))

const sizeOf = (shape: readonly number[]) => shape.reduce((product, length) => product * length, 1)
const drawn = (draw: number, shape: number[]) => {
  const values = randomStream('kernel-slice', draw).fillNormal(new Float32Array(sizeOf(shape)))
  return { values, tensor: tf.tensor(values, shape) }
}

const range = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.nat(), fc.nat())
  .map(([length, a, b]) => ({ length, from: a % length, to: (a % length) + 1 + (b % (length - (a % length))) }))

function cut(
  values: Float32Array,
  [range, ...inner]: readonly { length: number; from: number; to: number }[],
): number[] {
  if (range === undefined) return [...values]
  const stride = values.length / range.length
  const parts = Array.from({ length: range.to - range.from }, (_, index) => (range.from + index) * stride)
  return parts.flatMap((start) => cut(values.subarray(start, start + stride), inner))
}

describe('on wasm', () => {
  forAny(
    'for any part of any rows or matrices: a slice is a copy of it',
    fc.tuple(fc.array(range, { minLength: 1, maxLength: 3 }), fc.boolean(), fc.nat()),
    ([ranges, open, draw]) => {
      const { values, tensor } = drawn(
        draw,
        ranges.map(({ length }) => length),
      )
      // −1 asks for all that is left.
      const size = ranges.map(({ length, from, to }) => (open && to === length ? -1 : to - from))
      const begin = ranges.map(({ from }) => from)
      const part = tf.slice(tensor, begin, size)
      expect(part.shape).toEqual(ranges.map(({ from, to }) => to - from))
      expect(Array.from(part.dataSync())).toEqual(cut(values, ranges))
      tf.dispose([part, tensor])
    },
  )

  test('whole numbers are cut as whole numbers', () => {
    const part = tf.tidy(() => tf.slice(tf.tensor2d([1, 2, 3, 4, 5, 6], [3, 2], 'int32'), [1, 1], [2, 1]))
    expect(part.dtype).toBe('int32')
    expect(Array.from(part.dataSync())).toEqual([4, 6])
    part.dispose()
  })

  test('nothing is cut from nothing', () => {
    const part = tf.tidy(() => tf.slice(tf.zeros([0, 3]), [0, 1], [0, 2]))
    expect([part.shape, part.dataSync()]).toEqual([[0, 2], new Float32Array(0)])
    part.dispose()
  })
})

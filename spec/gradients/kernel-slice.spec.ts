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

describe('on wasm', () => {
  forAny(
    'for any part of any rows: a slice is a copy of it',
    fc.tuple(fc.array(range, { minLength: 1, maxLength: 2 }), fc.boolean(), fc.nat()),
    ([ranges, open, draw]) => {
      const { values, tensor } = drawn(
        draw,
        ranges.map(({ length }) => length),
      )
      // −1 asks for all that is left.
      const size = ranges.map(({ length, from, to }) => (open && to === length ? -1 : to - from))
      const begin = ranges.map(({ from }) => from)
      const part = tf.slice(tensor, begin, size)
      const [outer, inner] = ranges.length === 2 ? ranges : [{ length: 1, from: 0, to: 1 }, ranges[0]]
      expect(part.shape).toEqual(ranges.map(({ from, to }) => to - from))
      const expected = Array.from({ length: outer!.to - outer!.from }, (_, row) => {
        const start = (outer!.from + row) * inner!.length
        return Array.from(values.subarray(start + inner!.from, start + inner!.to))
      })
      expect(Array.from(part.dataSync())).toEqual(expected.flat())
      tf.dispose([part, tensor])
    },
  )

  test('whole numbers are cut as whole numbers', () => {
    const part = tf.tidy(() => tf.slice(tf.tensor2d([1, 2, 3, 4, 5, 6], [3, 2], 'int32'), [1, 1], [2, 1]))
    expect(part.dtype).toBe('int32')
    expect(Array.from(part.dataSync())).toEqual([4, 6])
    part.dispose()
  })
})

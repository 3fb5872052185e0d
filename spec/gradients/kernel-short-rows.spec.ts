import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { shortRowArithmetic } from '../../src/backend/kernels/short-row-arithmetic.ts'
import { randomStream } from '../../src/random/stream.ts'
import { forAny } from './for-any.ts'
import { givenToStock } from './kernel-calls.ts'

beforeAll(() => openEngine('wasm'))

type Operation = readonly [
  ofTensors: (a: tf.Tensor, b: tf.Tensor) => tf.Tensor,
  ofNumbers: (a: number, b: number) => number,
]
const operations: readonly Operation[] = [
  [tf.add, (a, b) => a + b],
  [tf.sub, (a, b) => a - b],
  [tf.mul, (a, b) => a * b],
  [tf.div, (a, b) => a / b],
]

/** An axis has its length in both operands, or 1 in one of them or in both. */
const axis = (max: number) => fc.record({ length: fc.integer({ min: 1, max }), inA: fc.boolean(), inB: fc.boolean() })
const axes = fc.oneof(fc.array(axis(7), { minLength: 1, maxLength: 4 }), fc.tuple(axis(4), axis(150), axis(40)))
const sizeOf = (shape: readonly number[]) => shape.reduce((product, length) => product * length, 1)

/** Where the value of an operand lies that broadcasting pairs with a place of the result. */
function indexIn(operand: readonly number[], result: readonly number[], place: number): number {
  let [index, stride, rest] = [0, 1, place]
  for (let axis = result.length - 1; axis >= 0; axis--) {
    const coordinate = rest % result[axis]!
    rest = Math.floor(rest / result[axis]!)
    if (operand[axis]! > 1) index += coordinate * stride
    stride *= operand[axis]!
  }
  return index
}

// Float64 holds the sum, difference, product or quotient of two float32 numbers closely enough to round it right.
forAny(
  'for any shapes that fit: arithmetic on wasm is the correctly rounded operation of each pair',
  fc.tuple(axes, fc.constantFrom(...operations), fc.boolean(), fc.nat()),
  ([lengths, operation, cut, draw]) => {
    const stream = randomStream('kernel-short-rows', draw)
    const [shapeA, shapeB] = [
      lengths.map(({ length, inA }) => (inA ? length : 1)),
      lengths.map(({ length, inB }) => (inB ? length : 1)),
    ]
    const [a, b] = [shapeA, shapeB].map((shape) => stream.fillNormal(new Float32Array(sizeOf(shape)))) as [
      Float32Array,
      Float32Array,
    ]
    const [ofTensors, ofNumbers] = operation
    const firstLong = shapeB.findIndex((length) => length > 1)
    const result = tf.tidy(() => {
      const second = tf.tensor(b, cut ? (firstLong < 0 ? [] : shapeB.slice(firstLong)) : shapeB)
      const output = ofTensors(tf.tensor(a, shapeA), second)
      return { values: output.dataSync<'float32'>(), shape: output.shape }
    })
    expect(result.shape).toEqual(shapeA.map((length, axis) => Math.max(length, shapeB[axis]!)))
    const expected = result.values.map((_, place) =>
      ofNumbers(a[indexIn(shapeA, result.shape, place)]!, b[indexIn(shapeB, result.shape, place)]!),
    )
    expect(result.values).toEqual(expected)
  },
)

test('whole numbers stay whole', () => {
  const sums = tf.tidy(() => tf.add(tf.zeros([3, 4, 2], 'int32'), tf.tensor1d([1, 2], 'int32')))
  expect(sums.dtype).toBe('int32')
  expect(new Set(sums.dataSync())).toEqual(new Set([1, 2]))
  sums.dispose()
})

describe('arithmetic with a short row', () => {
  test.each(shortRowArithmetic)(
    'takes as many rows as one as divide their number and make about 256 values: $name',
    (kernel) => {
      const given = givenToStock(kernel, { a: [2, 28, 28, 6], b: [6] }, {})
      expect(given).toEqual({ a: [1, 49, 192], b: [1, 1, 192] })
    },
  )

  test.each([
    ['several blocks: up to 32 values', [5, 64, 2], [5, 1, 2], [5, 4, 32], [5, 1, 32]],
    ['the row comes first', [1, 2], [64, 2], [1, 1, 128], [1, 1, 128]],
    ['rows of 31', [4, 31], [31], [1, 1, 124], [1, 1, 124]],
    ['a column', [4, 3], [4, 1], [4, 1, 3], [4, 1, 3]],
    ['a column of each matrix', [2, 4, 3], [1, 4, 1], [2, 4, 3], [1, 4, 1]],
    ['rows of 32', [4, 32], [32], [4, 32], [32]],
    ['a prime number of rows', [257, 2], [2], [257, 2], [2]],
    ['a number', [4, 3], [], [4, 3], []],
    ['more axes in the shorter one', [6], [1, 1, 6], [6], [1, 1, 6]],
    ['every second axis', [2, 3, 4, 5], [2, 1, 4, 1], [2, 3, 4, 5], [2, 1, 4, 1]],
  ])('%s', (_title, a, b, ofA, ofB) => {
    expect(givenToStock(shortRowArithmetic[0]!, { a, b }, {})).toEqual({ a: ofA, b: ofB })
  })
})

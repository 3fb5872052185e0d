import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { beforeAll, describe, expect } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { randomStream } from '../../src/random/stream.ts'
import { expectSums } from './close.ts'
import { forAny } from './for-any.ts'

beforeAll(() => openEngine('wasm'))

const small = fc.integer({ min: 1, max: 9 })
// The homework's ensembles are of nets with two units and one at an end: a matrix may have one or two on any side.
const side = fc.oneof(small, fc.integer({ min: 1, max: 2 }))
const few = fc.record({ left: side, inner: side, right: side, count: fc.constantFrom(null, 1, 3) })
/** So large that each product of several is worth a call. */
const large = fc.record({
  left: fc.integer({ min: 60, max: 130 }),
  inner: fc.integer({ min: 1, max: 30 }),
  right: fc.integer({ min: 30, max: 90 }),
  count: fc.constantFrom(2, 3),
})
const shapes = fc.oneof({ weight: 9, arbitrary: few }, { weight: 1, arbitrary: large })

/** Element (row, column) of one matrix of a stack, in float64. */
function elementOf(values: Float32Array, rows: number, columns: number, transposed: boolean) {
  return (matrix: number, row: number, column: number): number => {
    const inner = transposed ? column * rows + row : row * columns + column
    return values[matrix * rows * columns + inner]!
  }
}

describe('the matrix product on wasm', () => {
  forAny(
    'for any shapes and transpositions: is the sum of products',
    fc.tuple(shapes, fc.nat(), fc.boolean(), fc.boolean()),
    ([{ left, inner, right, count }, draw, transposeA, transposeB]) => {
      const stack = count === null ? [] : [count]
      const stream = randomStream('kernel-matrix-product', draw)
      const [a, b] = [left * inner, inner * right].map((size) =>
        stream.fillNormal(new Float32Array((count ?? 1) * size)),
      ) as [Float32Array, Float32Array]
      const output = tf.tidy(() => {
        const first = tf.tensor(a, [...stack, ...(transposeA ? [inner, left] : [left, inner])])
        const second = tf.tensor(b, [...stack, ...(transposeB ? [right, inner] : [inner, right])])
        const product = tf.matMul(first, second, transposeA, transposeB)
        expect(product.shape).toEqual([...stack, left, right])
        return product.dataSync()
      })
      const [elementA, elementB] = [elementOf(a, left, inner, transposeA), elementOf(b, inner, right, transposeB)]
      const [sums, magnitudes] = [new Float64Array(output.length), new Float64Array(output.length)]
      for (let place = 0; place < output.length; place++) {
        const matrix = Math.floor(place / (left * right))
        const [row, column] = [Math.floor(place / right) % left, place % right]
        for (let index = 0; index < inner; index++) {
          const term = elementA(matrix, row, index) * elementB(matrix, index, column)
          sums[place]! += term
          magnitudes[place]! += Math.abs(term)
        }
      }
      expectSums('the product', output, sums, inner, magnitudes)
    },
  )

  // tfjs keeps a packed copy of the second operand by its data alone, and takes it for every later shape.
  forAny(
    'for any numbers: is right for each shape of the same data in turn',
    fc.tuple(small, small, fc.nat()),
    ([rows, columns, draw]) => {
      const values = randomStream('kernel-reshaped-operand', draw).fillNormal(new Float32Array(rows * columns))
      const products = (matrix: tf.Tensor2D, other: tf.Tensor2D) =>
        [matrix, other, matrix].map((operand) => tf.matMul(tf.ones([1, operand.shape[0]]), operand).dataSync())
      tf.tidy(() => {
        const shared = tf.tensor2d(values, [rows, columns])
        const apart = (shape: [number, number]) => tf.tensor2d(values, shape)
        const expected = [apart([rows, columns]), apart([columns, rows])] as const
        expect(products(shared, shared.reshape([columns, rows]))).toEqual(products(...expected))
      })
    },
  )
})

import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { matrixProduct } from '../../src/backend/kernels/matrix-product.ts'
import { givenToStock } from './kernel-calls.ts'

beforeAll(() => openEngine('wasm'))

describe('products of several matrices', () => {
  const given = (a: number[], b: number[], transposeA = false, transposeB = false) =>
    givenToStock(matrixProduct, { a, b }, { transposeA, transposeB })

  test.each<[title: string, a: number[], b: number[], transposeA: boolean, transposeB: boolean]>([
    ['as they are', [2, 64, 26], [2, 26, 32], false, false],
    ['both transposed', [2, 26, 64], [2, 32, 26], true, true],
  ])('are left to the loop of tfjs below 2^16 steps: %s', (_title, a, b, transposeA, transposeB) => {
    expect(given(a, b, transposeA, transposeB)).toEqual({ a, b })
    const longer = (shape: number[]) => shape.map((length) => (length === 26 ? 27 : length))
    expect(given(longer(a), longer(b), transposeA, transposeB)).toBeNull()
  })

  test.each([
    ['one left factor for all', [1, 50, 64], [3, 70, 50]],
    ['one right factor for all', [3, 50, 64], [1, 70, 50]],
    ['a left factor without the axis of the products', [3, 64], [3, 70, 3]],
    ['a right factor without it', [64, 50, 64], [64, 50]],
    ['products along two axes', [2, 2, 50, 64], [2, 2, 70, 50]],
  ])('are left to tfjs as they are: %s', (_title, a, b) => expect(given(a, b, true, true)).toEqual({ a, b }))
})

describe('a second operand of a product', () => {
  test('is copied where its data were first one of another shape, and only there', () => {
    tf.tidy(() => {
      const b = tf.ones([2, 3])
      const isCopied = (matrix: tf.Tensor) => {
        let copied = false
        matrixProduct.compute({ a: tf.ones([1, 1]), b: matrix }, {}, (inputs) => {
          copied = inputs.b!.dataId !== b.dataId
          return tf.ones([1])
        })
        return copied
      }
      const shapes = [
        [2, 3],
        [2, 3],
        [3, 2],
        [1, 2, 3],
      ]
      expect(shapes.map((shape) => isCopied(b.reshape(shape)))).toEqual([false, false, true, false])
    })
  })
})

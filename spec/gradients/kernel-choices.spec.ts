import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { averagePoolingGradient } from '../../src/backend/kernels/average-pooling-gradient.ts'
import { convolutionInputGradient } from '../../src/backend/kernels/convolution-input-gradient.ts'
import type { Kernel } from '../../src/backend/kernels/kernel.ts'
import { matrixProduct } from '../../src/backend/kernels/matrix-product.ts'
import { meanOverMiddleAxes } from '../../src/backend/kernels/mean-over-middle-axes.ts'
import { shortRowArithmetic } from '../../src/backend/kernels/short-row-arithmetic.ts'
import { sizeOf } from './twin/field.ts'

/*
 * What a kernel gives to tfjs's own one and to others changes how fast it is, and hardly a value: so it is asked here by
 * the shapes that are given.
 */

beforeAll(() => openEngine('wasm'))

type Shapes = Readonly<Record<string, number[]>>

/** The shapes of what tfjs's own kernel is given, or null if it is not asked. */
function givenToStock({ compute }: Kernel, shapes: Shapes, attributes: object): Shapes | null {
  let given: Shapes | null = null
  const stock = (inputs: tf.NamedTensorInfoMap) => {
    given = Object.fromEntries(Object.entries(inputs).map(([name, tensor]) => [name, tensor!.shape]))
    return tf.zeros(Object.values(given).reduce((a, b) => (sizeOf(a) < sizeOf(b) ? b : a)))
  }
  tf.tidy(() => {
    const tensors = Object.entries(shapes).map(([name, shape]) => [name, tf.ones(shape)])
    compute(Object.fromEntries(tensors), attributes as tf.NamedAttrMap, stock)
  })
  return given
}

/** The kernels that run in a computation, with the shapes that they take and give. */
async function kernelsIn(compute: () => tf.Tensor) {
  const { kernels, result } = await tf.profile(() => tf.tidy(compute))
  tf.dispose(result as tf.Tensor)
  return kernels
}

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

describe('the mean', () => {
  test.each<[title: string, x: number[], axis: number[]]>([
    ['over the last axis of several blocks', [4, 3, 2], [2]],
    ['over axes apart', [4, 3, 2], [0, 2]],
    ['over no axis', [4, 3], []],
    ['of nothing', [0, 3], [0]],
  ])('%s is left to tfjs', (_title, x, axis) => {
    expect(givenToStock(meanOverMiddleAxes, { x }, { axis, keepDims: false })).toEqual({ x })
  })

  test.each<[title: string, x: number[], axis: number[], poolings: number[][]]>([
    ['of a column', [12], [0], [[4, 3]]],
    ['of several columns', [12, 5], [0], [[4, 3]]],
    ['of a square of rows', [9, 5], [0], [[3, 3]]],
    ['of fourteen rows', [14, 5], [0], [[7, 2]]],
    ['over axes in any order', [4, 3, 5], [1, 0], [[4, 3]]],
    ['of a prime number of rows', [13, 5], [0], [[13]]],
    ['of each of several blocks', [2, 12, 5], [1], [[4, 3]]],
    ['of a single row', [1, 5], [0], [[]]],
  ])('%s takes rows in two poolings of about as many', async (_title, x, axis, [rows]) => {
    const kernels = await kernelsIn(() => tf.mean(tf.ones(x), axis))
    expect(kernels.filter(({ name }) => name === tf.AvgPool).map(({ inputShapes }) => inputShapes[0]![1])).toEqual(rows)
  })
})

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

describe('the gradient of a convolution in its input', () => {
  const attributes = { strides: [1, 1], dataFormat: 'NHWC', pad: 'valid' }
  const run = (dy: number[], filter: number[], inputShape: number[], pad: string | number[][] = 'valid') => {
    const tensors = { dy: tf.ones(dy), filter: tf.ones(filter) }
    return convolutionInputGradient.compute(tensors, { ...attributes, inputShape, pad } as tf.NamedAttrMap, () => {
      throw new Error('this is left to tfjs')
    })
  }

  test.each<[title: string, dy: number[], filter: number[], inputShape: number[], channels: number]>([
    ['seven of 28 places', [1, 24, 24, 2], [5, 5, 1, 2], [1, 28, 28, 1], 7],
    ['a whole row of four', [1, 3, 3, 2], [2, 2, 1, 2], [1, 4, 4, 1], 4],
    ['two places of three channels', [1, 2, 2, 2], [5, 5, 3, 2], [1, 6, 6, 3], 6],
    ['a single one of six channels', [1, 10, 10, 2], [5, 5, 6, 2], [1, 14, 14, 6], 6],
    ['a single one where more cost the same', [1, 3, 4, 2], [2, 1, 1, 2], [1, 4, 4, 1], 1],
  ])('computes at once %s', async (_title, dy, filter, inputShape, channels) => {
    const convolutions = (await kernelsIn(() => run(dy, filter, inputShape))).filter(({ name }) => name === tf.Conv2D)
    expect(convolutions.map(({ outputShapes }) => outputShapes[0]!.at(-1))).toEqual([channels])
  })

  test('is a matrix product where the filter covers the whole input without padding', async () => {
    const names = (await kernelsIn(() => run([2, 1, 1, 7], [5, 4, 3, 7], [2, 5, 4, 3]))).map(({ name }) => name)
    expect(names).toContain(tf.BatchMatMul)
    expect(names).not.toContain(tf.Conv2D)
  })

  describe.each([
    ['top', 1, 0, 0, 0],
    ['bottom', 0, 1, 0, 0],
    ['left', 0, 0, 1, 0],
    ['right', 0, 0, 0, 1],
  ])('with a zero at the %s alone', (_side, top, bottom, left, right) => {
    // biome-ignore format: one axis a pair
    const pad = [[0, 0], [top, bottom], [left, right], [0, 0]]
    const [down, across] = [top + bottom, left + right]

    test('is a convolution, though the filter is as large as the input', async () => {
      const kernels = await kernelsIn(() => run([2, 1 + down, 1 + across, 7], [5, 4, 3, 7], [2, 5, 4, 3], pad))
      expect(kernels.map(({ name }) => name)).toContain(tf.Conv2D)
    })

    test('is left to tfjs for a filter of a single place', () => {
      const shapes = { dy: [1, 4 + down, 4 + across, 3], filter: [1, 1, 2, 3] }
      const padded = { ...attributes, pad, inputShape: [1, 4, 4, 2] }
      expect(givenToStock(convolutionInputGradient, shapes, padded)).toEqual(shapes)
    })
  })

  test('is left to tfjs with the channels before the places', () => {
    const shapes = { dy: [1, 3, 1, 1], filter: [2, 2, 2, 3] }
    const other = { ...attributes, dataFormat: 'NCHW', inputShape: [1, 2, 2, 2] }
    expect(givenToStock(convolutionInputGradient, shapes, other)).toEqual(shapes)
  })
})

test('the gradient of pooling is left to tfjs with zeros at the left alone', () => {
  const shapes = { dy: [1, 1, 2, 3], input: [1, 2, 3, 3] }
  // biome-ignore format: one axis a pair
  const pad = [[0, 0], [0, 0], [1, 0], [0, 0]]
  const given = givenToStock(averagePoolingGradient, shapes, { filterSize: 2, strides: 2, pad })
  expect(given).toEqual(shapes)
})

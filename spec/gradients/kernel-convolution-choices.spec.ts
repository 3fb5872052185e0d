import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { convolutionInputGradient } from '../../src/backend/kernels/convolution-input-gradient.ts'
import { givenToStock, kernelsIn } from './kernel-calls.ts'

beforeAll(() => openEngine('wasm'))

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

import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { meanOverMiddleAxes } from '../../src/backend/kernels/mean-over-middle-axes.ts'
import { randomStream } from '../../src/random/stream.ts'
import { float32Sum } from '../../src/tolerances.ts'
import { expectClose } from './close.ts'
import { forAny } from './for-any.ts'
import { givenToStock, kernelsIn } from './kernel-calls.ts'

beforeAll(() => openEngine('wasm'))

const length = fc.integer({ min: 1, max: 40 })
const axes = fc.constantFrom<number[]>([0], [1], [2], [0, 1], [1, 0], [0, 2], [1, 2], [0, 1, 2])

describe('the mean on wasm', () => {
  forAny(
    'for any shape and axes: is the mean',
    fc.tuple(fc.tuple(length, length, length), axes, fc.boolean(), fc.nat()),
    ([shape, axes, keepDims, draw]) => {
      const values = randomStream('kernel-mean', draw).fillNormal(new Float32Array(shape[0] * shape[1] * shape[2]), 3)
      const measured = tf.tidy(() => {
        const mean = tf.mean(tf.tensor(values, shape), axes, keepDims)
        return { shape: mean.shape, values: mean.dataSync() }
      })
      const kept = shape.map((length, axis) => (axes.includes(axis) ? 1 : length))
      expect(measured.shape).toEqual(keepDims ? kept : kept.filter((_, axis) => !axes.includes(axis)))

      const groups = Array.from(measured.values, (): number[] => [])
      for (const [index, value] of values.entries()) {
        const place = [
          Math.floor(index / shape[2] / shape[1]),
          Math.floor(index / shape[2]) % shape[1],
          index % shape[2],
        ]
        const [i, j, k] = place.map((coordinate, axis) => (axes.includes(axis) ? 0 : coordinate)) as typeof shape
        groups[(i * kept[1]! + j) * kept[2]! + k]!.push(value)
      }
      const meanOf = (group: readonly number[]) => group.reduce((sum, value) => sum + value, 0) / group.length
      // Besides the additions: one rounding for each of two factors 1 / n and of the two products with them.
      expectClose('the mean', measured.values, groups.map(meanOf), (index) =>
        float32Sum(groups[index]!.length + 4, meanOf(groups[index]!.map(Math.abs))),
      )
    },
  )

  test('of whole numbers and of truth values is the mean too', () => {
    const means = tf.tidy(() => [
      tf.mean(tf.tensor2d([1, 2, 4, 8], [2, 2], 'int32'), 0).arraySync(),
      tf.mean(tf.tensor2d([1, 1, 0, 1], [2, 2], 'bool'), 0).arraySync(),
    ])
    expect(means).toEqual([
      [2.5, 5],
      [0.5, 1],
    ])
  })

  test.each<[title: string, x: number[], axis: number[]]>([
    ['over the last axis of several blocks', [4, 3, 2], [2]],
    ['over axes apart', [4, 3, 2], [0, 2]],
    ['over no axis', [4, 3], []],
    ['of nothing', [0, 3], [0]],
    ['of more columns than a pooling can hold', [12, 8193], [0]],
  ])('%s is left to tfjs', (_title, x, axis) => {
    expect(givenToStock(meanOverMiddleAxes, { x }, { axis, keepDims: false })).toEqual({ x })
  })

  test.each<[title: string, x: number[], axis: number[], rows: number[]]>([
    ['of a column', [12], [0], [4, 3]],
    ['of several columns', [12, 5], [0], [4, 3]],
    ['of a square of rows', [9, 5], [0], [3, 3]],
    ['of fourteen rows', [14, 5], [0], [7, 2]],
    ['over axes in any order', [4, 3, 5], [1, 0], [4, 3]],
    ['of a prime number of rows', [13, 5], [0], [13]],
    ['of as many columns as fit', [12, 8192], [0], [12]],
    ['of wide rows', [1000, 1024], [0], [125, 8]],
    ['of each of several blocks', [2, 12, 5], [1], [4, 3]],
    ['of a single row', [1, 5], [0], []],
  ])('%s takes rows in two poolings, of about as many where the channels fit', async (_title, x, axis, rows) => {
    const kernels = await kernelsIn(() => tf.mean(tf.ones(x), axis))
    expect(kernels.filter(({ name }) => name === tf.AvgPool).map(({ inputShapes }) => inputShapes[0]![1])).toEqual(rows)
  })
})

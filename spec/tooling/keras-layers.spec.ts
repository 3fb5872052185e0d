import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { activate } from '../../src/layers/activation.ts'
import { averagePooling } from '../../src/layers/average-pooling.ts'
import { convolution } from '../../src/layers/convolution.ts'
import { dense } from '../../src/layers/dense.ts'
import { dropout } from '../../src/layers/dropout.ts'
import { sizeOf } from '../../src/layers/fans.ts'
import { flatten } from '../../src/layers/flatten.ts'
import { float32Sum, type Tolerance, tolerances } from '../../src/tolerances.ts'
import { differences, largest } from './keras/differences.ts'
import { engineNames } from './keras/engines.ts'
import { type GoldenAffine, type GoldenArray, goldenLayers } from './keras/golden.ts'
import { read } from './keras/read.ts'

const tensor = <T extends tf.Tensor>({ shape, values }: GoldenArray) => tf.tensor(values, shape, 'float32') as T
const row = ({ values }: GoldenArray) => tf.tensor2d(values, [1, values.length], 'float32')

/** Runs a layer: what differs from Keras's output, or the shape if that does. */
async function check(layer: () => tf.Tensor, expected: GoldenArray, tolerance: Tolerance): Promise<string[]> {
  let shape: number[] = []
  const values = await read(() => {
    const y = layer()
    shape = y.shape
    return y
  })
  if (`${shape}` !== `${expected.shape}`) return [`the shape is [${shape}]`]
  return differences(values, Float32Array.from(expected.values), tolerance)
}

/** Both sides add the products of the inputs and the bias. */
function ofAffine({ x, kernel, bias }: GoldenAffine): Tolerance {
  const terms = sizeOf(kernel.shape.slice(0, -1)) + 1
  return float32Sum(2 * terms, terms * largest(x.values) * Math.max(largest(kernel.values), largest(bias.values)))
}

describe.each(engineNames)('as in Keras 3, on %s,', (engine) => {
  beforeAll(() => openEngine(engine))

  test.each(goldenLayers.activations.cases)('$title maps each value', async ({ activation, y }) => {
    const { x } = goldenLayers.activations
    const expected = { shape: x.shape, values: y }
    expect(await check(() => activate(tensor(x), activation), expected, tolerances.float32Elementary)).toEqual([])
  })

  test('a dense layer multiplies by the kernel and adds the bias', async () => {
    const golden = goldenLayers.dense
    const { x, kernel, bias, y } = golden
    expect(await check(() => dense(tensor(x), tensor(kernel), row(bias)), y, ofAffine(golden))).toEqual([])
  })

  test.each(goldenLayers.convolutions)(
    'a convolution by a kernel of $kernel.shape keeps the $padding places',
    async (golden) => {
      const { x, kernel, bias, padding, y } = golden
      const layer = () => convolution(tensor(x), tensor(kernel), row(bias), padding)
      expect(await check(layer, y, ofAffine(golden))).toEqual([])
    },
  )

  test('average pooling leaves out the last row of an odd height', async () => {
    const { x, size, y } = goldenLayers.averagePooling
    const tolerance = float32Sum(2 * (size ** 2 + 1), size ** 2 * largest(x.values))
    expect(await check(() => averagePooling(tensor(x), size), y, tolerance)).toEqual([])
  })

  test('flattening goes by height, width and channels', async () => {
    const { x, y } = goldenLayers.flatten
    expect(await check(() => flatten(tensor(x)), y, tolerances.exact)).toEqual([])
  })

  test.each(goldenLayers.dropouts)('dropout at the rate $rate multiplies what it keeps', async ({ rate, x, y }) => {
    // Keras's own mask can be read from its output, as no input is 0.
    const mask = y.map((value) => (value === 0 ? 0 : 1 / (1 - rate)))
    const kept = mask.filter((value) => value !== 0).length
    expect(kept).toBeGreaterThan(0)
    expect(kept).toBeLessThan(mask.length)
    const layer = () => dropout(tensor(x), tf.tensor(mask, x.shape))
    expect(await check(layer, { shape: x.shape, values: y }, float32Sum(2 * 2, 2 * largest(x.values)))).toEqual([])
  })
})

import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { averagePoolingGradient } from '../../src/backend/kernels/average-pooling-gradient.ts'
import { convolutionInputGradient } from '../../src/backend/kernels/convolution-input-gradient.ts'
import { installKernels } from '../../src/backend/kernels/install-kernels.ts'
import type { Kernel } from '../../src/backend/kernels/kernel.ts'
import { matrixProduct } from '../../src/backend/kernels/matrix-product.ts'
import { meanOverMiddleAxes } from '../../src/backend/kernels/mean-over-middle-axes.ts'
import { cast } from '../../src/backend/kernels/shared-data.ts'
import { sliceOfRows } from '../../src/backend/kernels/slice-of-rows.ts'

beforeAll(() => openEngine('wasm'))

test('the engine wasm has these kernels of ours, and every other one of tfjs', () => {
  const names = () =>
    new Map(tf.getKernelsForBackend('wasm').map(({ kernelName, kernelFunc }) => [kernelName, kernelFunc]))
  const open = names()
  installKernels('wasm')()
  const stock = names()
  installKernels('wasm')
  const ours = [...open.keys()].filter((name) => open.get(name) !== stock.get(name))
  expect(ours.sort()).toEqual(
    [
      ...[tf.Conv2DBackpropFilter, tf.Conv2DBackpropInput, tf.AvgPoolGrad, tf.BatchMatMul, tf.Tanh, tf.Mean],
      ...[tf.Add, tf.Sub, tf.Multiply, tf.RealDiv, tf.Slice, tf.Identity, tf.Cast],
    ].sort(),
  )
})

describe('at the sizes of our nets', () => {
  const convolution = { strides: [1, 1], dataFormat: 'NHWC' }
  const pooling = { filterSize: [2, 2], strides: [2, 2], pad: 'valid' }
  const plain = { axis: [0, 1, 2], keepDims: false }
  const shape = (...lengths: number[]) => lengths

  test.each<[string, Kernel, Record<string, number[]>, object]>([
    [
      "the gradient of LeNet-5's second convolution",
      convolutionInputGradient,
      { dy: shape(2, 10, 10, 16), filter: shape(5, 5, 6, 16) },
      { ...convolution, pad: 'valid', inputShape: [2, 14, 14, 6] },
    ],
    [
      'that of a padded one',
      convolutionInputGradient,
      { dy: shape(2, 6, 6, 3), filter: shape(5, 5, 2, 3) },
      { ...convolution, pad: 'same', inputShape: [2, 6, 6, 2] },
    ],
    [
      'that of one over the whole picture',
      convolutionInputGradient,
      { dy: shape(2, 1, 1, 120), filter: shape(5, 5, 16, 120) },
      { ...convolution, pad: 'valid', inputShape: [2, 5, 5, 16] },
    ],
    ['that of pooling', averagePoolingGradient, { dy: shape(2, 5, 5, 3), input: shape(2, 10, 10, 3) }, pooling],
    ['a mean of pictures', meanOverMiddleAxes, { x: shape(2, 6, 6, 3) }, plain],
    ['a mean of an ensemble', meanOverMiddleAxes, { x: shape(2, 6, 3) }, { axis: [1] }],
    ['products of an ensemble', matrixProduct, { a: shape(2, 99, 8), b: shape(2, 8, 99) }, {}],
    ['a batch of an epoch', sliceOfRows, { x: shape(3, 20) }, { begin: [0, 4], size: [3, 8] }],
    ['a cast to the same type', cast, { x: shape(3) }, { dtype: 'float32' }],
  ])("%s is not left to tfjs's own kernel", (_title, { compute }, shapes, attributes) => {
    const refuse = () => {
      throw new Error("this is left to tfjs's own kernel")
    }
    tf.tidy(() => {
      const inputs = Object.fromEntries(Object.entries(shapes).map(([name, lengths]) => [name, tf.ones(lengths)]))
      expect(() => compute(inputs, attributes as tf.NamedAttrMap, refuse)).not.toThrow()
    })
  })
})

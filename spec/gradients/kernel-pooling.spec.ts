import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { averagePoolingGradient } from '../../src/backend/kernels/average-pooling-gradient.ts'
import { installKernels } from '../../src/backend/kernels/install-kernels.ts'
import { randomStream } from '../../src/random/stream.ts'
import { stridedPoolingCases } from './cases.ts'
import { expectSums } from './close.ts'
import { drawField } from './draw.ts'
import { forAny } from './for-any.ts'
import { givenToStock } from './kernel-calls.ts'
import { onEngine } from './on-engine.ts'
import { averagePooling } from './twin/average-pooling.ts'
import { absolute, sizes } from './twin/field.ts'
import { sliding } from './twin/sliding.ts'

beforeAll(() => openEngine('wasm'))

describe('the gradient of average pooling on wasm', () => {
  forAny(
    'for any windows without padding: gives each value its shares of their derivatives',
    stridedPoolingCases,
    async ({ batch, down, across, channels, tiled, draw }) => {
      const stream = randomStream('kernel-pooling', draw)
      const [height, width] = [down.window + down.beyond, across.window + across.beyond]
      const window = [down.window, across.window] as const
      const strides: [number, number] = tiled ? [...window] : [down.stride, across.stride]
      const vertical = sliding(height, window[0], strides[0], 'valid')
      const horizontal = sliding(width, window[1], strides[1], 'valid')
      const x = drawField(stream, [batch, height, width, channels])
      const dy = drawField(stream, [batch, vertical.places, horizontal.places, channels]).values

      const pool = (x: tf.Tensor) => tf.avgPool(x as tf.Tensor4D, [...window], strides, 'valid')
      const { gradients } = await onEngine(pool, [x], dy)
      const expected = averagePooling(x, window, vertical, horizontal).back(dy)
      const magnitudes = averagePooling(absolute(x), window, vertical, horizontal).back(sizes(dy))
      // A value of x lies in at most as many windows as one has taps, and a share is rounded twice.
      expectSums('AvgPoolGrad', gradients[0]!, expected.input, window[0] * window[1] + 2, magnitudes.input)
    },
  )

  test('is left to tfjs where windows are padded', () => {
    const gradient = () =>
      tf.tidy(() =>
        tf
          .grad((x) => tf.avgPool(x as tf.Tensor4D, 2, 2, 'same'))(tf.ones([1, 3, 3, 1]))
          .dataSync(),
      )
    const ours = gradient()
    installKernels('wasm')()
    const stock = gradient()
    installKernels('wasm')
    expect(ours).toEqual(stock)
  })

  test('is left to tfjs with zeros at the left alone', () => {
    const shapes = { dy: [1, 1, 2, 3], input: [1, 2, 3, 3] }
    // biome-ignore format: one axis a pair
    const pad = [[0, 0], [0, 0], [1, 0], [0, 0]]
    const given = givenToStock(averagePoolingGradient, shapes, { filterSize: 2, strides: 2, pad })
    expect(given).toEqual(shapes)
  })
})

import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { installKernels } from '../../src/backend/kernels/install-kernels.ts'
import { randomStream } from '../../src/random/stream.ts'
import { readSwitches } from '../../src/switches.ts'
import { float32Sum, isClose } from '../../src/tolerances.ts'
import { absolute, convolution, type Field, product, sliding } from './kernel-twins.ts'

const parameters = { seed: 6, numRuns: readSwitches(process.env).gradientRuns }
const timeout = 5000 + 20 * parameters.numRuns

beforeAll(() => openEngine('wasm'))

const small = (max: number, min = 1) => fc.integer({ min, max })
const axis = fc.record({ window: small(4), stride: small(5), beyond: small(9, 0) })
const cases = fc.record({
  batch: small(3),
  down: axis,
  across: axis,
  channels: small(5),
  tiled: fc.boolean(),
  draw: fc.nat(),
})

describe('the gradient of average pooling on wasm', () => {
  // Pooling is a convolution of each channel with a constant: ⟨dy, pooled x⟩ = ⟨gradient, x⟩.
  const isAdjoint = fc.property(cases, ({ batch, down, across, channels, tiled, draw }) => {
    const stream = randomStream('kernel-pooling', draw)
    const field = (...shape: [number, number, number, number]): Field => {
      return { shape, values: stream.fillNormal(new Float32Array(shape.reduce((a, b) => a * b))) }
    }
    const [height, width] = [down.window + down.beyond, across.window + across.beyond]
    const strides: [number, number] = tiled ? [down.window, across.window] : [down.stride, across.stride]
    const vertical = sliding(height, down.window, strides[0], 'valid')
    const horizontal = sliding(width, across.window, strides[1], 'valid')
    const x = field(batch, height, width, channels)
    const dy = field(batch, vertical.places, horizontal.places, channels)
    const taps = down.window * across.window
    const share = Array.from({ length: taps * channels ** 2 }, (_, index) => {
      return Math.floor(index / channels) % channels === index % channels ? 1 / taps : 0
    })
    const filter: Field = { shape: [down.window, across.window, channels, channels], values: share }

    const gradient = tf.tidy(() => {
      const pool = tf.grad((x) => tf.avgPool(x as tf.Tensor4D, [down.window, across.window], strides, 'valid'))
      const [inputs, slope] = [x, dy].map(({ values, shape }) => tf.tensor(values as Float32Array, [...shape]))
      return pool(inputs!, slope!).dataSync()
    })
    const expected = product(convolution(x, filter, vertical, horizontal), dy.values).sum
    const { magnitude } = product(convolution(absolute(x), filter, vertical, horizontal), dy.values)
    // A value of x lies in at most `taps` windows, and a share is rounded twice.
    expect(isClose(product(gradient, x.values).sum, expected, float32Sum(taps + 2, magnitude))).toBe(true)
  })

  test(
    'for any windows without padding: is the adjoint of the pooling',
    () => fc.assert(isAdjoint, parameters),
    timeout,
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
})

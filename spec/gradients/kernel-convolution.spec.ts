import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { randomStream } from '../../src/random/stream.ts'
import { readSwitches } from '../../src/switches.ts'
import { float32Sum, isClose } from '../../src/tolerances.ts'
import { absolute, convolution, type Field, product, sliding } from './kernel-twins.ts'

const parameters = { seed: 2, numRuns: readSwitches(process.env).gradientRuns }
const timeout = 5000 + 20 * parameters.numRuns

beforeAll(() => openEngine('wasm'))

const small = (max: number, min = 1) => fc.integer({ min, max })
/** Among them a window that covers the axis, strides longer than the window, and more zeros than the window is long. */
type Axis = typeof axis extends fc.Arbitrary<infer Value> ? Value : never
const axis = fc.record({
  window: small(4),
  beyond: fc.oneof(fc.constant(0), small(5)),
  stride: small(5),
  zeros: fc.tuple(small(4, 0), small(4, 0)),
})
const cases = fc.record({
  batch: small(3),
  vertical: axis,
  horizontal: axis,
  channels: small(3),
  filters: small(9),
  padding: fc.constantFrom('same' as const, 'valid' as const, 'given' as const),
  dense: fc.boolean(),
  draw: fc.nat(),
})

// Convolution is linear in the input and in the filter: ⟨dy, x ∗ f⟩ = ⟨gradient in f, f⟩ = ⟨gradient in x, x⟩.
test(
  'for any shape, strides and padding: the gradients are the adjoints of the convolution',
  () => {
    const property = fc.property(cases, ({ batch, vertical, horizontal, channels, filters, padding, draw, dense }) => {
      const stream = randomStream('kernel-convolution', draw)
      const field = (...shape: [number, number, number, number]): Field => {
        return { shape, values: stream.fillNormal(new Float32Array(shape.reduce((a, b) => a * b))) }
      }
      const along = ({ window, beyond, stride, zeros }: Axis) => {
        const length = window + beyond
        return { length, window, ...sliding(length, window, dense ? 1 : stride, padding === 'given' ? zeros : padding) }
      }
      const [down, across] = [along(vertical), along(horizontal)]
      const x = field(batch, down.length, across.length, channels)
      const f = field(down.window, across.window, channels, filters)
      const dy = field(batch, down.places, across.places, filters)

      const zeros: tf.backend_util.ExplicitPadding = [[0, 0], vertical.zeros, horizontal.zeros, [0, 0]]
      const [inX, inF] = gradients(x, f, dy, [down.stride, across.stride], padding === 'given' ? zeros : padding)
      const expected = product(convolution(x, f, down, across), dy.values).sum
      const { magnitude } = product(convolution(absolute(x), absolute(f), down, across), dy.values)
      const taps = down.window * across.window * filters
      const places = batch * down.places * across.places
      expect(isClose(product(inF, f.values).sum, expected, float32Sum(places, magnitude))).toBe(true)
      expect(isClose(product(inX, x.values).sum, expected, float32Sum(taps, magnitude))).toBe(true)
    })
    fc.assert(property, parameters)
  },
  timeout,
)

test('another data format than NHWC is refused with its name', () => {
  const [x, dy] = [tf.ones([1, 1, 2, 2]), tf.ones([1, 1, 1, 1])]
  const attributes = { strides: [1, 1], pad: 'valid', dataFormat: 'NCHW', filterShape: [2, 2, 1, 1] }
  expect(() => tf.engine().runKernel(tf.Conv2DBackpropFilter, { x, dy }, attributes)).toThrow('NCHW')
  tf.dispose([x, dy])
})

type Zeros = tf.backend_util.ExplicitPadding | 'same' | 'valid'

function gradients(x: Field, f: Field, dy: Field, strides: [number, number], padding: Zeros) {
  return tf.tidy(() => {
    const [inputs, filter, slope] = [x, f, dy].map(({ values, shape }) => tf.tensor(values as Float32Array, [...shape]))
    const both = tf.grads((x, f) => tf.conv2d(x as tf.Tensor4D, f as tf.Tensor4D, strides, padding))
    return both([inputs!, filter!], slope!).map((gradient) => gradient.dataSync()) as [Float32Array, Float32Array]
  })
}

import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { randomStream } from '../../src/random/stream.ts'
import { type CaseOf, stridedConvolutionCases } from './cases.ts'
import { expectSums } from './close.ts'
import { drawField } from './draw.ts'
import { forAny } from './for-any.ts'
import { onEngine } from './on-engine.ts'
import { convolution } from './twin/convolution.ts'
import { absolute, sizes } from './twin/field.ts'
import { sliding } from './twin/sliding.ts'

beforeAll(() => openEngine('wasm'))

type Axis = CaseOf<typeof stridedConvolutionCases>['vertical']

describe('the gradients of a convolution on wasm', () => {
  forAny(
    'for any shape, strides and padding: are the sums of their definition',
    stridedConvolutionCases,
    async ({ batch, vertical, horizontal, channels, filters, padding, draw, dense }) => {
      const stream = randomStream('kernel-convolution', draw)
      const along = ({ window, beyond, stride, zeros }: Axis) => {
        const length = window + beyond
        return { length, window, ...sliding(length, window, dense ? 1 : stride, padding === 'given' ? zeros : padding) }
      }
      const [down, across] = [along(vertical), along(horizontal)]
      const x = drawField(stream, [batch, down.length, across.length, channels])
      const kernel = drawField(stream, [down.window, across.window, channels, filters])
      const dy = drawField(stream, [batch, down.places, across.places, filters]).values
      const noBias = new Float64Array(filters)

      const given: tf.backend_util.ExplicitPadding = [[0, 0], vertical.zeros, horizontal.zeros, [0, 0]]
      const convolve = (x: tf.Tensor, kernel: tf.Tensor) => {
        const strides: [number, number] = [down.stride, across.stride]
        return tf.conv2d(x as tf.Tensor4D, kernel as tf.Tensor4D, strides, padding === 'given' ? given : padding)
      }
      const { gradients } = await onEngine(convolve, [x, kernel], dy)
      const expected = convolution(x, kernel, noBias, down, across).back(dy)
      const magnitudes = convolution(absolute(x), absolute(kernel), noBias, down, across).back(sizes(dy))
      const [taps, places] = [down.window * across.window * filters, batch * down.places * across.places]
      expectSums('Conv2DBackpropInput', gradients[0]!, expected.input, taps, magnitudes.input)
      const [inKernel, sizesInKernel] = [expected.parameters.kernel!, magnitudes.parameters.kernel!]
      expectSums('Conv2DBackpropFilter', gradients[1]!, inKernel, places, sizesInKernel)
    },
  )

  test('another data format than NHWC is refused with its name', () => {
    const [x, dy] = [tf.ones([1, 1, 2, 2]), tf.ones([1, 1, 1, 1])]
    const attributes = { strides: [1, 1], pad: 'valid', dataFormat: 'NCHW', filterShape: [2, 2, 1, 1] }
    expect(() => tf.engine().runKernel(tf.Conv2DBackpropFilter, { x, dy }, attributes)).toThrow('NCHW')
    tf.dispose([x, dy])
  })
})

import * as tf from '@tensorflow/tfjs'
import type { Kernel } from './kernel.ts'

/**
 * The gradient of a convolution with respect to its input. The wasm backend computes it one value at a time; for
 * strides of 1 it is a convolution with the filter reversed and its channels exchanged, which XNNPACK does with SIMD.
 * A filter that covers the whole input would be moved mostly over zeros there: it is a dense layer, so its gradient is
 * a matrix product. Measured on the convolutions of a LeNet-5: 2.0, 4.8 and 6 times faster.
 *
 * A gradient of few channels leaves most of the lanes of XNNPACK's registers empty; there a few neighbours of a row are
 * computed as channels of one output, of the same bits. Measured for the gradient [100, 28, 28, 1]: 3 times faster.
 */
export const convolutionInputGradient: Kernel = {
  name: tf.Conv2DBackpropInput,

  compute(inputs, attributes, stock) {
    const { dy, filter } = inputs as { dy: tf.Tensor4D; filter: tf.Tensor4D }
    const { inputShape, strides, pad, dataFormat, dimRoundingMode } =
      attributes as unknown as tf.Conv2DBackpropInputAttrs
    if (dataFormat !== 'NHWC') return stock(inputs)
    const forward = tf.backend_util.computeConv2DInfo(inputShape, filter.shape, strides, 1, pad, dimRoundingMode)
    const { inHeight, inWidth, inChannels, filterHeight, filterWidth, outChannels, padInfo } = forward
    const { top, bottom, left, right } = padInfo

    const padded = top + bottom + left + right > 0
    if (!padded && inHeight === filterHeight && inWidth === filterWidth) {
      const weights = tf.reshape(filter, [inHeight * inWidth * inChannels, outChannels])
      return tf.reshape(tf.matMul(tf.reshape(dy, [-1, outChannels]), weights, false, true), inputShape)
    }

    const above = filterHeight - 1 - top
    const below = filterHeight - 1 - bottom
    const before = filterWidth - 1 - left
    const after = filterWidth - 1 - right
    const strided = forward.strideHeight > 1 || forward.strideWidth > 1
    if (strided || Math.min(above, below, before, after) < 0) return stock(inputs)
    const reversed: tf.Tensor4D = tf.transpose(tf.reverse(filter, [0, 1]), [0, 1, 3, 2])
    const tile = bestTile(inWidth, filterWidth, inChannels)
    // biome-ignore format: one axis a pair
    const gradient = tf.conv2d(dy, tiled(reversed, tile), [1, tile], [[0, 0], [above, below], [before, after], [0, 0]])
    return tf.reshape(gradient, inputShape)
  },
}

/** XNNPACK computes so many channels of an output at once, whether there are as many or not. */
const channelsAtOnce = 8

/** So many neighbours of a row, as channels of one output, cost the fewest products a place. */
function bestTile(width: number, filterWidth: number, channels: number): number {
  const cost = (tile: number) =>
    ((filterWidth + tile - 1) * Math.ceil((tile * channels) / channelsAtOnce) * channelsAtOnce) / tile
  let best = 1
  for (let tile = 2; tile <= width; tile++) if (width % tile === 0 && cost(tile) < cost(best)) best = tile
  return best
}

/**
 * The filter that gives `tile` neighbours of a row at once: side by side, each moved by a place, with zeros around it.
 *
 * @param filter - [height, width, channels, filters]
 * @returns [height, width + tile − 1, channels, tile · filters]
 */
function tiled(filter: tf.Tensor4D, tile: number): tf.Tensor4D {
  if (tile === 1) return filter
  const places = Array.from({ length: tile }, (_, place) =>
    // biome-ignore format: one axis a pair
    tf.pad(filter, [[0, 0], [place, tile - 1 - place], [0, 0], [0, 0]]),
  )
  return tf.concat(places, 3)
}

import * as tf from '@tensorflow/tfjs'
import type { Kernel } from './kernel.ts'

/**
 * The gradient of average pooling over windows that tile the input: each value of dy, divided by the size of a window,
 * is repeated over its window. The wasm backend asks for each input value which windows hold it. Here two products with
 * constants repeat whole rows of memory. Measured for 2 × 2 and [100, 28, 28, 6]: 4 to 5 times faster. Windows that
 * overlap or are padded stay with the backend.
 */
export const averagePoolingGradient: Kernel = {
  name: tf.AvgPoolGrad,

  compute(inputs, attributes, stock) {
    const { dy, input } = inputs as { dy: tf.Tensor4D; input: tf.Tensor4D }
    const { filterSize, strides, pad } = attributes as unknown as tf.AvgPoolGradAttrs
    const pooling = tf.backend_util.computePool2DInfo(input.shape, filterSize, strides, 1, pad)
    const { filterHeight: height, filterWidth: width, outHeight, outWidth, inChannels, padInfo } = pooling
    const tiled = pooling.strideHeight === height && pooling.strideWidth === width
    if (!tiled || padInfo.top + padInfo.bottom + padInfo.left + padInfo.right > 0) return stock(inputs)

    const share = tf.fill([width, 1], 1 / (height * width))
    const columns = tf.mul(tf.reshape(dy, [-1, 1, inChannels]), share)
    const rows = tf.mul(tf.reshape(columns, [-1, 1, outWidth * width * inChannels]), tf.ones([height, 1]))
    const covered = tf.reshape(rows, [-1, outHeight * height, outWidth * width, inChannels])
    const below = pooling.inHeight - outHeight * height
    const after = pooling.inWidth - outWidth * width
    // biome-ignore format: one axis a pair
    return below + after > 0 ? tf.pad(covered, [[0, 0], [0, below], [0, after], [0, 0]]) : covered
  },
}

import * as tf from '@tensorflow/tfjs'
import type { Kernel } from './kernel.ts'

/**
 * Sums and means over several axes, one after the other. TensorFlow on the CPU adds up all values of a column in a row,
 * and the 78,400 of a channel of LeNet-5 round so often that a gradient through batch normalisation, a small difference
 * of means, was off by two parts in a thousand. One axis at a time, no sum has more terms than its axis is long.
 * Measured: an error of the mean of 1e-7 instead of 5e-6, in the same time.
 */
export const axisByAxis: readonly Kernel[] = [tf.Sum, tf.Mean].map((name) => ({
  name,

  compute(inputs, attributes, stock) {
    const { x } = inputs as { x: tf.Tensor }
    const { axis, keepDims } = attributes as unknown as tf.SumAttrs & tf.MeanAttrs
    const axes = tf.util.parseAxisParam(axis, x.shape)
    if (axes.length < 2 || x.dtype !== 'float32') return stock(inputs)
    const reduced = axes.reduce((values, each) => stock({ x: values }, { axis: [each], keepDims: true }), x)
    return keepDims ? reduced : tf.squeeze(reduced, axes)
  },
}))

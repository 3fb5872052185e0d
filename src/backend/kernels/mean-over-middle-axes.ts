import * as tf from '@tensorflow/tfjs'
import type { Kernel } from './kernel.ts'
import { valuesOf } from './wasm-memory.ts'

/**
 * XNNPACK's average pooling of more than nine rows keeps a sum for each channel on the stack of the wasm module, and
 * writes beyond it without an error: 15,000 channels (60,000 bytes) passed and 19,200 broke the heap behind it. This is
 * half of a stack of 64 KiB.
 */
const mostChannels = 8192

/**
 * The mean over axes that stand side by side before the last one, which batch normalisation takes four times a layer and
 * step, and the long gradient of a bias once: over all but the channels of a net, or over the batch of each run of an
 * ensemble. The wasm backend transposes and then adds one value at a time. XNNPACK's average pooling adds whole rows with
 * SIMD. Two poolings, the second over the first one's means of about √n rows each where the channels fit, also round less
 * than one running sum of n. Measured: 6 times faster for
 * [78400, 6], 3 times for [1000, 128] and for [8, 1000, 16]. (A product with a row of ones is slower than the backend
 * itself, because XNNPACK repacks its second operand first.)
 *
 * XNNPACK bounds what it pools by −∞ and ∞, and a NaN becomes −∞ (tensorflow/tensorflow#120296; it promises nothing of
 * NaN, tensorflow/tfjs#3855): where a mean is −∞, the backend takes them all again. No issue is known about the speed.
 */
export const meanOverMiddleAxes: Kernel = {
  name: tf.Mean,

  compute(inputs, attributes, stock) {
    const { x } = inputs as { x: tf.Tensor }
    const { axis, keepDims } = attributes as unknown as tf.MeanAttrs
    const axes = [...tf.util.parseAxisParam(axis, x.shape)].sort((a, b) => a - b)
    const [first, after] = [axes[0] ?? 0, (axes.at(-1) ?? 0) + 1]
    const sideBySide = after - first === axes.length
    const leadingOnly = first === 0
    if (!sideBySide || (!leadingOnly && after === x.rank) || x.dtype !== 'float32' || x.size === 0) return stock(inputs)

    const [before, behind] = [x.shape.slice(0, first), x.shape.slice(after)]
    const [blocks, columns] = [tf.util.sizeFromShape(before), tf.util.sizeFromShape(behind)]
    if (columns > mostChannels) return stock(inputs)
    const rows = x.size / blocks / columns
    const groups = largestDivisor(rows, Math.min(Math.sqrt(rows), mostChannels / columns))
    const means = columnMeans(columnMeans(x, blocks, groups * columns), blocks, columns)
    if (valuesOf(means).includes(Number.NEGATIVE_INFINITY)) return stock(inputs)
    return tf.reshape(means, [...before, ...(keepDims ? axes.map(() => 1) : []), ...behind])
  },
}

/** @returns the means of the columns of each block of x, read as rows of the given length */
function columnMeans(x: tf.Tensor, blocks: number, columns: number): tf.Tensor {
  const rows = x.size / blocks / columns
  if (rows === 1) return x
  return tf.avgPool(tf.reshape(x, [blocks, rows, 1, columns]) as tf.Tensor4D, [rows, 1], 1, 'valid')
}

function largestDivisor(count: number, atMost: number): number {
  let divisor = Math.floor(atMost)
  while (count % divisor !== 0) divisor--
  return divisor
}

import * as tf from '@tensorflow/tfjs'
import type { Kernel } from './kernel.ts'
import { writeFrom } from './wasm-memory.ts'

/**
 * A part of each row, or of one. The wasm backend slices in JavaScript (tensorflow/tfjs#2269) and first copies the whole
 * tensor out of its memory: to cut a batch from an epoch's examples cost as much as the epoch is long. Measured for 64
 * of 3000 values of each of 1000 rows: 30 times faster.
 */
export const sliceOfRows: Kernel = {
  name: tf.Slice,

  compute(inputs, attributes, stock) {
    const { x } = inputs as { x: tf.Tensor }
    const { begin, size } = attributes as unknown as tf.SliceAttrs
    if (x.rank > 2 || x.dtype !== 'float32') return stock(inputs)
    const [from, counts] = tf.slice_util.parseSliceParams(x, begin, size) as [number[], number[]]
    return writeFrom([x], counts, (y, values) => {
      const [stride, first, count] = [x.shape.at(-1)!, from.at(-1)!, counts.at(-1)!]
      const [top, rows] = x.rank === 2 ? [from[0]!, counts[0]!] : [0, 1]
      for (let row = 0; row < rows; row++) {
        const start = (top + row) * stride + first
        y.set(values.subarray(start, start + count), row * count)
      }
    })
  },
}

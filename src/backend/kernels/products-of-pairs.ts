import type * as tf from '@tensorflow/tfjs'
import { writeFrom } from './wasm-memory.ts'

/**
 * Many products of matrices with one or two columns: the layers of an ensemble of nets with two units, and one at an end.
 * The loop of the wasm backend spends its time on the bounds of such small matrices. (A general loop in JavaScript is
 * slower than the backend's from [5, 5] on.) Measured for 1000 × [64, 2]: 3 to 4 times faster with [2, 2], 2 to 3 times
 * with [1, 2] and [2, 1]; of a transposed first operand, no faster.
 *
 * @param a - [count, rows, inner] float32, on wasm; inner and columns are 1 or 2
 * @param b - [count, inner, columns] float32, or to be transposed [count, columns, inner]
 * @returns [count, rows, columns] float32
 */
export function productsOfPairs(a: tf.Tensor3D, b: tf.Tensor3D, transposeB: boolean): tf.Tensor {
  const [count, rows, inner] = a.shape
  const columns = b.shape[transposeB ? 1 : 2]!
  const [right, below] = transposeB ? [inner, 1] : [1, columns]
  const size = inner * columns
  return writeFrom([a, b], [count, rows, columns], (y, x, w) => {
    for (let product = 0; product < count; product++) {
      const first = product * size
      // What is beyond a matrix of one row or column counts as zero.
      const w00 = w[first]!
      const w01 = columns === 2 ? w[first + right]! : 0
      const w10 = inner === 2 ? w[first + below]! : 0
      const w11 = size === 4 ? w[first + 3]! : 0
      multiplyRows(y, x, product * rows, rows, inner, columns, w00, w01, w10, w11)
    }
  })
}

function multiplyRows(
  y: Float32Array,
  x: Float32Array,
  firstRow: number,
  rows: number,
  inner: number,
  columns: number,
  w00: number,
  w01: number,
  w10: number,
  w11: number,
): void {
  let from = firstRow * inner
  let to = firstRow * columns
  for (let row = 0; row < rows; row++) {
    const x0 = x[from]!
    const x1 = inner === 2 ? x[from + 1]! : 0
    y[to] = x0 * w00 + x1 * w10
    if (columns === 2) y[to + 1] = x0 * w01 + x1 * w11
    from += inner
    to += columns
  }
}

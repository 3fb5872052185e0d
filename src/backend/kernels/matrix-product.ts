import * as tf from '@tensorflow/tfjs'
import type { Kernel } from './kernel.ts'

/**
 * The matrix product. The wasm backend gives it to XNNPACK only if there is one product and no operand is transposed
 * (tensorflow/tfjs#2532), and every gradient of a product is a product with a transposed operand: so the operand is
 * transposed first. Measured for [1000, 128] and [128, 128]: 9 to 11 times faster. Of several products, as in an ensemble,
 * each is cut out and given to XNNPACK by itself if they are large: 3 to 4 times faster for eight of [1000, 16] and
 * [16, 16]. Small ones stay with the backend's loop, which reads a transposed operand in place.
 *
 * It also mends a wrong result. XNNPACK's packed copy of the second operand is kept under the identity of its data
 * without its shape; `matMul(x, w)` and then `matMul(z, w.reshape([…]))` multiplies by the matrix of the first shape,
 * and writes beyond its own result. No upstream issue is known.
 */
export const matrixProduct: Kernel = {
  name: tf.BatchMatMul,

  compute(inputs, attributes, stock) {
    const { a, b } = inputs as { a: tf.Tensor; b: tf.Tensor }
    const { transposeA, transposeB } = attributes as unknown as tf.BatchMatMulAttrs
    if (countOf(a) > 1 || countOf(b) > 1) return severalProducts(a, b, transposeA, transposeB) ?? stock(inputs)
    return stock(
      { a: transposeA ? transposed(a) : a, b: transposeB ? transposed(b) : unambiguous(b) },
      { transposeA: false, transposeB: false },
    )
  },
}

/** So many steps of the backend's loop take longer than to cut out two matrices and to multiply them. */
const worthACall = 2 ** 16

/** Each product by itself, if that is faster; null if not. */
function severalProducts(a: tf.Tensor, b: tf.Tensor, transposeA: boolean, transposeB: boolean): tf.Tensor | null {
  if (a.rank !== 3 || b.rank !== 3 || a.shape[0] !== b.shape[0]) return null
  const [count, rows, columns] = [a.shape[0]!, a.shape[transposeA ? 2 : 1]!, b.shape[transposeB ? 1 : 2]!]
  const inner = a.size / count / rows
  // Measured: to write a value costs the loop as much as five products.
  if (rows * columns * (inner + 5) < worthACall) return null
  const [first, second] = [matricesOf(a), matricesOf(b)]
  const products = first.map((matrix, index) => tf.matMul(matrix, second[index]!, transposeA, transposeB))
  const flat = products.map((product) => tf.reshape(product, [1, rows * columns]))
  return tf.reshape(tf.concat(flat, 0), [count, rows, columns])
}

/** Cut out as rows, which the engine copies whole. */
function matricesOf(matrices: tf.Tensor): tf.Tensor[] {
  const [count, rows, columns] = matrices.shape as [number, number, number]
  const flat = tf.reshape(matrices, [count, rows * columns])
  return Array.from({ length: count }, (_, index) =>
    tf.reshape(tf.slice(flat, [index, 0], [1, rows * columns]), [rows, columns]),
  )
}

function countOf(matrices: tf.Tensor): number {
  return tf.util.sizeFromShape(matrices.shape.slice(0, -2))
}

function transposed(matrix: tf.Tensor): tf.Tensor {
  const axes = matrix.shape.map((_, axis) => axis)
  return tf.transpose(matrix, [...axes.slice(0, -2), axes.at(-1)!, axes.at(-2)!])
}

/** How many columns the data had when they were first a second operand. */
const packedColumns = new WeakMap<object, number>()

/** The matrix itself, or a copy if its data are packed in another shape. */
function unambiguous(matrix: tf.Tensor): tf.Tensor {
  const columns = matrix.shape.at(-1)!
  const packed = packedColumns.get(matrix.dataId)
  if (packed === undefined) packedColumns.set(matrix.dataId, columns)
  return packed === undefined || packed === columns ? matrix : tf.mul(matrix, 1)
}

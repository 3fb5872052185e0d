import * as tf from '@tensorflow/tfjs'
import type { Kernel } from './kernel.ts'

/**
 * The matrix product. The wasm backend gives it to XNNPACK only if there is one product and no operand is transposed
 * (tensorflow/tfjs#2532), and every gradient of a product is a product with a transposed operand: so the operand is
 * transposed first. Measured for [1000, 128] and [128, 128]: 9 to 11 times faster. Many products at once stay with the
 * backend's loop, which reads a transposed operand in place.
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
    if (countOf(a) > 1 || countOf(b) > 1) return stock(inputs)
    return stock(
      { a: transposeA ? transposed(a) : a, b: transposeB ? transposed(b) : unambiguous(b) },
      { transposeA: false, transposeB: false },
    )
  },
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

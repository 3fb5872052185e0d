/** Means and standard deviations of columns, by which they are brought to mean 0 and standard deviation 1. */
export interface Scaler {
  /** [columns] */
  readonly mean: Float64Array
  /** [columns], with n and not n − 1 below; positive */
  readonly deviation: Float64Array
}

/**
 * scikit-learn's StandardScaler, fitted. It corrects the sum of squares by what rounding left of the sum of deviations,
 * and NumPy adds a table row by row, but a single column in pairs: the same bits need the same order.
 *
 * @param values - [rows, columns]
 * @throws {RangeError} if a column is constant, which scikit-learn would leave as it is; so is one whose variance cannot
 *   be told from what rounding makes of a constant
 * @see sklearn/utils/extmath.py, _incremental_mean_and_var; sklearn/preprocessing/_data.py, _is_constant_feature
 */
export function fitScaler(values: Float64Array, columns: number): Scaler {
  const rows = values.length / columns
  const mean = new Float64Array(columns)
  const deviation = new Float64Array(columns)
  for (let column = 0; column < columns; column++) {
    const of = Float64Array.from({ length: rows }, (_, row) => values[row * columns + column]!)
    const sum = columns === 1 ? pairwiseSum : sequentialSum
    mean[column] = sum(of) / rows
    const centred = of.map((value) => value - mean[column]!)
    const left = sum(centred)
    const variance = (sum(centred.map((value) => value * value)) - (left * left) / rows) / rows
    const ofRounding = rows * Number.EPSILON * variance + (rows * mean[column]! * Number.EPSILON) ** 2
    if (!(variance > ofRounding)) throw new RangeError(`column ${column} is constant and cannot be standardised`)
    deviation[column] = Math.sqrt(variance)
  }
  return { mean, deviation }
}

/** (values − mean) / deviation, column by column, in float64. */
export function standardised(values: Float64Array, { mean, deviation }: Scaler): Float64Array {
  return values.map((value, index) => (value - mean[index % mean.length]!) / deviation[index % mean.length]!)
}

function sequentialSum(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0)
}

/** NumPy's sum of contiguous values: halves of a multiple of 8 until 128 are left, and these in eight running sums. */
function pairwiseSum(values: Float64Array): number {
  const count = values.length
  if (count < 8) return sequentialSum(values)
  if (count <= 128) {
    const sums = values.slice(0, 8)
    const whole = count - (count % 8)
    for (let index = 8; index < whole; index++) sums[index % 8]! += values[index]!
    const [a, b, c, d, e, f, g, h] = sums as unknown as [number, number, number, number, number, number, number, number]
    return values.subarray(whole).reduce((sum, value) => sum + value, a + b + (c + d) + (e + f + (g + h)))
  }
  const half = Math.floor(count / 2) - (Math.floor(count / 2) % 8)
  return pairwiseSum(values.subarray(0, half)) + pairwiseSum(values.subarray(half))
}

import { momentsOf } from './moments.ts'

/**
 * How much variables depend on each other: the mean of |Pearson's correlation| over all pairs of them, in float64.
 * Of n independent normal observations of independent variables it is about √(2 / (π (n − 1))), and not 0.
 *
 * @param columns - the observations of each variable, [variables][n]; at least two variables
 * @returns of 0 to 1; NaN if a variable is constant or has a value that is not finite, as it correlates with nothing
 * @throws {RangeError} if there are fewer than two variables
 * @example meanAbsoluteCorrelation([[1, 2], [4, 3]]) // 1
 */
export function meanAbsoluteCorrelation(columns: readonly ArrayLike<number>[]): number {
  if (columns.length < 2) throw new RangeError(`a correlation needs two variables, but there are ${columns.length}`)
  const standardised = columns.map(standardise)
  let sum = 0
  for (const [index, column] of standardised.entries()) {
    for (let other = 0; other < index; other++) sum += Math.abs(meanProduct(column, standardised[other]!))
  }
  return sum / ((columns.length * (columns.length - 1)) / 2)
}

/** Values less their mean, in units of their standard deviation. */
function standardise(values: ArrayLike<number>): Float64Array {
  const { mean, variance } = momentsOf(values)
  const deviation = Math.sqrt(variance)
  return Float64Array.from(values, (value) => (value - mean) / deviation)
}

function meanProduct(first: Float64Array, second: Float64Array): number {
  let sum = 0
  for (let index = 0; index < first.length; index++) sum += first[index]! * second[index]!
  return sum / first.length
}

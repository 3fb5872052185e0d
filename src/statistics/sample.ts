import { meanOf } from './mean.ts'

/** What a t-test needs of a sample of independent values. */
export interface Sample {
  /** count of values, at least 2 */
  readonly n: number
  readonly mean: number
  /** standard deviation with n − 1 in the denominator */
  readonly standardDeviation: number
  /** standard deviation of the mean */
  readonly standardError: number
}

/**
 * Mean and spread in float64 by two passes, so that a large common offset costs no digits. Equal values have no spread at all.
 *
 * @param values - at least two finite values
 * @throws {RangeError} if there are fewer than two values, or one is not finite
 * @example sampleOf([1, 2, 3]) // { n: 3, mean: 2, standardDeviation: 1, standardError: 0.577… }
 */
export function sampleOf(values: ArrayLike<number>): Sample {
  const n = values.length
  if (n < 2) throw new RangeError(`a spread needs at least 2 values, but there are ${n}`)
  const mean = meanOf(values)
  if (!Number.isFinite(mean)) throw new RangeError(`a mean needs finite values, but the sum is ${mean}`)
  let squares = 0
  for (let index = 0; index < n; index++) squares += (values[index]! - mean) ** 2
  const standardDeviation = Math.sqrt(squares / (n - 1))
  return { n, mean, standardDeviation, standardError: standardDeviation / Math.sqrt(n) }
}

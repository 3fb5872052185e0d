import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf'
import type { Interval } from './interval.ts'

/**
 * The narrowest interval of a median between two ordered values whose bounds are each wrong with the probability `alpha`
 * at most, whatever the distribution. Few values hold no such interval: then it is that from the least to the largest,
 * whose bounds are each wrong with the probability 2⁻ⁿ.
 *
 * @param values - at least one, independent, in any order
 * @param alpha - one-sided error rate of each bound
 * @throws {RangeError} if there is no value
 * @example medianInterval([5, 1, 4, 2, 3, 6], 0.11) // { low: 2, high: 5 }
 */
export function medianInterval(values: ArrayLike<number>, alpha: number): Interval {
  const n = values.length
  if (n === 0) throw new RangeError('the interval of a median needs at least 1 value, but there are none')
  const ordered = Float64Array.from(values).sort()
  const place = Math.max(0, medianPlace(n, alpha))
  return { low: ordered[place]!, high: ordered[n - 1 - place]! }
}

/**
 * The place among n ordered values, from 0 on, up to which they lie above the median with the probability `alpha` at most:
 * that at place k does if at most k values lie below the median, each by half a chance. −1 if even the least value may.
 */
export function medianPlace(n: number, alpha: number): number {
  let place = -1
  while (place + 1 < n && binomialCdf(place + 1, n, 0.5) <= alpha) place++
  return place
}

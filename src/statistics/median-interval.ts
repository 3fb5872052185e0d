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
  // The bound at place k is too high if at most k values lie below the median: each does by half a chance.
  let place = 0
  while (binomialCdf(place + 1, n, 0.5) <= alpha) place++
  return { low: ordered[place]!, high: ordered[n - 1 - place]! }
}

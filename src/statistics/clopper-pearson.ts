import betaQuantile from '@stdlib/stats-base-dists-beta-quantile'
import type { Interval } from './interval.ts'

/**
 * The exact interval of a proportion by Clopper and Pearson: each bound is exceeded with a probability of at most
 * `alpha`, whatever the true proportion is, so the two-sided coverage is at least 1 − 2·alpha.
 *
 * @param successes - count of successes, an integer in [0, trials]
 * @param trials - count of independent trials, an integer of at least 1
 * @param alpha - one-sided error rate of each bound, in (0, 0.5)
 * @throws {RangeError} if a count is not an integer in its range
 * @see Clopper, C. J. and Pearson, E. S. (1934), The use of confidence or fiducial limits, Biometrika 26(4)
 * @example clopperPearson(0, 10, 0.025) // { low: 0, high: 0.3085 }
 */
export function clopperPearson(successes: number, trials: number, alpha: number): Interval {
  if (!Number.isInteger(trials) || trials < 1) {
    throw new RangeError(`trials must be an integer of at least 1, but is ${trials}`)
  }
  if (!Number.isInteger(successes) || successes < 0 || successes > trials) {
    throw new RangeError(`successes must be an integer from 0 to ${trials}, but is ${successes}`)
  }
  // The upper bound is the mirrored lower one: 1 − alpha would round the digits of a small alpha away.
  return {
    low: successes === 0 ? 0 : betaQuantile(alpha, successes, trials - successes + 1),
    high: successes === trials ? 1 : 1 - betaQuantile(alpha, trials - successes, successes + 1),
  }
}

import { clopperPearson } from './clopper-pearson.ts'
import type { Count } from './fisher-exact.ts'
import type { Interval } from './interval.ts'

/**
 * An interval of the difference of two rates, the first less the second, by the exact interval of each: a bound is wrong
 * with a probability of `alpha` at most, half of it for either rate, whether they are independent or of the same items.
 *
 * @throws {RangeError} if a count is not an integer of 0 to its trials
 */
export function rateDifference(first: Count, second: Count, alpha: number): Interval {
  const [a, b] = [first, second].map(({ successes, trials }) => clopperPearson(successes, trials, alpha / 2))
  return { low: a!.low - b!.high, high: a!.high - b!.low }
}

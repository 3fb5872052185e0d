import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf'
import { clopperPearson } from './clopper-pearson.ts'
import type { Interval } from './interval.ts'
import { likelyCounts } from './likely-counts.ts'

/**
 * The chance that the interval of the difference of two equal rates, as `rateDifference` has it, reaches a limit on either
 * side: over all counts that two independent experiments may give.
 *
 * @param trials - of either experiment
 * @param rate - of both
 * @param limit - of the difference, positive
 * @param alpha - of either bound
 */
export function chanceOfReaching(
  limit: number,
  trials: readonly [number, number],
  rate: number,
  alpha: number,
): number {
  const [one, other] = [likelyCounts(trials[0], rate), likelyCounts(trials[1], rate)]
  // For a count of the one, those of the other that keep the interval within: both ends rise with it.
  let [fewest, most] = [0, -1]
  let reached = 0
  for (const [index, chance] of one.chances.entries()) {
    const { low, high } = boundsOf(one.first + index, trials[0], alpha / 2)
    while (fewest <= trials[1] && !liesAbove(fewest, trials[1], high - limit, alpha / 2)) fewest++
    // What lies below a number, seen from its complement, lies above.
    while (most < trials[1] && liesAbove(trials[1] - most - 1, trials[1], 1 - low - limit, alpha / 2)) most++
    reached += chance * (fewest > most ? 1 : other.below(fewest) + other.above(most))
  }
  return reached
}

/** Comparisons ask for the same intervals again and again, and each takes a tenth of a millisecond. */
const known = new Map<string, Interval>()

function boundsOf(successes: number, trials: number, alpha: number): Interval {
  const key = `${successes} ${trials} ${alpha}`
  const interval = known.get(key) ?? clopperPearson(successes, trials, alpha)
  known.set(key, interval)
  return interval
}

/** Whether the lower Clopper-Pearson bound of a count lies above a number; faster than the bound itself. */
function liesAbove(count: number, trials: number, bound: number, alpha: number): boolean {
  if (bound < 0) return true
  return count > 0 && binomialCdf(trials - count, trials, 1 - bound) < alpha
}

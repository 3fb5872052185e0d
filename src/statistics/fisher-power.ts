import logpmf from '@stdlib/stats-base-dists-hypergeometric-logpmf'
import { likelyCounts } from './likely-counts.ts'

/**
 * The chance that Fisher's exact test does not tell two rates apart at a level: over all counts that two independent
 * experiments may give, as the test itself decides on each pair.
 *
 * @param trials - of either experiment
 * @param rates - of either, in [0, 1]
 * @param level - two-sided; the test tells them apart if its p-value lies below it
 */
export function missedByFisher(
  trials: readonly [number, number],
  rates: readonly [number, number],
  level: number,
): number {
  const [one, other] = [likelyCounts(trials[0], rates[0]), likelyCounts(trials[1], rates[1])]
  const [lastOne, lastOther] = [one.first + one.chances.length - 1, other.first + other.chances.length - 1]
  const tooFewOfOne = tooFew(trials[0], trials[1], level)
  const tooFewOfOther = tooFew(trials[1], trials[0], level)
  let missed = 0
  for (let both = one.first + other.first; both <= lastOne + lastOther; both++) {
    const from = Math.max(tooFewOfOne(both) + 1, one.first, both - lastOther)
    const to = Math.min(both - tooFewOfOther(both) - 1, lastOne, both - other.first)
    for (let count = from; count <= to; count++) {
      missed += one.chances[count - one.first]! * other.chances[both - count - other.first]!
    }
  }
  return missed
}

/**
 * The most successes of one experiment that are too few for the test, by those of both together, which are asked in
 * ascending order: with one more of both, as many or one more are too few. −1 if none are.
 */
function tooFew(own: number, others: number, level: number): (both: number) => number {
  let most = -1
  return (both) => {
    most = Math.max(most, both - others - 1)
    while (most < Math.min(own, both) && 2 * chanceOfAtMost(most + 1, own, others, both) < level) most++
    return most < Math.max(0, both - others) ? -1 : most
  }
}

/** Of the successes of one experiment, if both together have `both`: from the largest of them down, until none counts. */
function chanceOfAtMost(count: number, own: number, others: number, both: number): number {
  let chance = Math.exp(logpmf(count, own + others, both, own))
  let sum = 0
  for (let k = count; chance > 1e-17 * sum; k--) {
    sum += chance
    chance *= (k * (others - both + k)) / ((both - k + 1) * (own - k + 1))
  }
  return sum
}

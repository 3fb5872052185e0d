import logpmf from '@stdlib/stats-base-dists-hypergeometric-logpmf'

/** A count of successes among independent trials. */
export interface Count {
  readonly successes: number
  readonly trials: number
}

/**
 * The two-sided p-value of Fisher's exact test that two rates are equal: twice the smaller tail of the successes of the
 * first, given the successes of both. If they are equal, it is at most α with a probability of at most α.
 *
 * @throws {RangeError} if a count is not an integer of 0 to its trials
 * @see R. A. Fisher, On the interpretation of χ² from contingency tables, and the calculation of P, 1922
 * @example fisherExact({ successes: 3, trials: 4 }, { successes: 1, trials: 4 }) // 0.4857…
 */
export function fisherExact(first: Count, second: Count): number {
  for (const { successes, trials } of [first, second]) {
    if (!Number.isInteger(successes) || !Number.isInteger(trials) || successes < 0 || successes > trials) {
      throw new RangeError(`successes must be an integer from 0 to the trials, but are ${successes} of ${trials}`)
    }
  }
  const [population, both] = [first.trials + second.trials, first.successes + second.successes]
  const [least, most] = [Math.max(0, both - second.trials), Math.min(both, first.trials)]
  const chance = (successes: number) => Math.exp(logpmf(successes, population, both, first.trials))
  let [below, above] = [0, 0]
  for (let successes = least; successes <= first.successes; successes++) below += chance(successes)
  for (let successes = most; successes >= first.successes; successes--) above += chance(successes)
  return Math.min(1, 2 * Math.min(below, above))
}

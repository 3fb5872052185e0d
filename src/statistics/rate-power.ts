import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf'
import { clopperPearson } from './clopper-pearson.ts'
import { firstCount } from './first-count.ts'
import { firstNumber } from './first-number.ts'

/** The fewest successes whose Clopper-Pearson interval lies above the bound; trials + 1 if there are none. */
export function fewestAbove(trials: number, bound: number, alpha: number): number {
  return firstCount(trials, (count) => clopperPearson(count, trials, alpha).low > bound)
}

/**
 * The smallest true rate whose Clopper-Pearson interval lies above the bound in all but the share `missed` of the
 * experiments; null if there is none.
 */
export function smallestRateAbove(bound: number, trials: number, alpha: number, missed: number): number | null {
  const needed = fewestAbove(trials, bound, alpha)
  if (needed > trials) return null
  return firstNumber(bound, 1, (rate) => binomialCdf(needed - 1, trials, rate) <= missed)
}

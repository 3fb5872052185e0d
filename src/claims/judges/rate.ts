import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf'
import { clopperPearson } from '../../statistics/clopper-pearson.ts'
import { fewestAbove, smallestRateAbove } from '../../statistics/rate-power.ts'
import { falseDecision, lostDecision } from '../error-budget.ts'
import type { Evidence } from '../evidence.ts'
import { formatNumber } from '../format-number.ts'
import type { Judgement } from '../judgement.ts'
import type { Verdict } from '../verdict.ts'
import { checkCount, checkScalars } from './check-scalars.ts'

export interface RateQuestion {
  readonly metric: string
  readonly successes: number
  readonly trials: number
  /** trials without a result (NaN), which are no successes */
  readonly diverged?: number
  readonly claimed: { readonly above: number } | { readonly below: number }
  readonly context?: readonly Evidence[]
  readonly alpha?: number
}

/**
 * Judges a proportion against a bound by its exact (Clopper-Pearson) interval: `reproduced` if the whole interval lies
 * on the claimed side, `refuted` if it lies wholly on the other, `inconclusive` otherwise. The interval holds what it would
 * be if no trial without a result were a success, and if all were, so none of them decides.
 *
 * @throws {RangeError} if successes and diverged trials together are more than the trials, or the bound is not a
 * proportion
 */
export function judgeRate(question: RateQuestion): Judgement {
  const { metric, successes, trials, diverged = 0, claimed, context = [], alpha = falseDecision } = question
  const [bound, above] = 'above' in claimed ? [claimed.above, true] : [claimed.below, false]
  checkScalars({ alpha, bound })
  checkCount({ diverged })
  if (!(bound > 0 && bound < 1)) throw new RangeError(`a rate is compared with a number in (0, 1), not with ${bound}`)
  if (successes + diverged > trials) {
    throw new RangeError(`${successes} successes and ${diverged} diverged trials are more than ${trials} trials`)
  }
  const { low } = clopperPearson(successes, trials, alpha)
  const { high } = clopperPearson(successes + diverged, trials, alpha)
  const side: Side = low > bound ? 'above' : high < bound ? 'below' : 'unknown'
  const verdict: Verdict = side === 'unknown' ? 'inconclusive' : (side === 'above') === above ? 'reproduced' : 'refuted'
  const value = successes / trials
  return {
    verdict,
    test: `Clopper-Pearson interval of ${trials} trials: the rate lies ${above ? 'above' : 'below'} ${bound}`,
    alpha,
    lost:
      verdict === 'inconclusive'
        ? 1
        : probabilityOfMissing(side, side === 'above' ? successes : successes + diverged, trials, bound, alpha),
    detectable: smallestFound(trials, bound, alpha, above),
    bound,
    evidence: [{ metric, value, low, high, unit: '1', n: trials, diverged }, ...context],
    finding:
      `${metric} is ${successes} of ${trials} = ${formatNumber(value)} ` +
      `[${formatNumber(low)}, ${formatNumber(high)}]${diverged > 0 ? `, and ${diverged} have no result` : ''}; the claim needs ${above ? 'more' : 'less'} than ${bound}.`,
  }
}

type Side = 'above' | 'below' | 'unknown'

/** By symmetry the most successes below a bound are the trials less the fewest failures above its complement. */
function mostBelow(trials: number, bound: number, alpha: number): number {
  return trials - fewestAbove(trials, 1 - bound, alpha)
}

/** Taken at (k + ½)/(n + 1), so that a perfect count does not pretend to be certain. */
function probabilityOfMissing(side: Side, successes: number, trials: number, bound: number, alpha: number): number {
  const rate = (successes + 0.5) / (trials + 1)
  return side === 'above'
    ? binomialCdf(fewestAbove(trials, bound, alpha) - 1, trials, rate)
    : 1 - binomialCdf(mostBelow(trials, bound, alpha), trials, rate)
}

/** The distance from the bound of a rate that all but the share `lostDecision` of experiments find beyond it. */
function smallestFound(trials: number, bound: number, alpha: number, above: boolean): number | null {
  // Below a bound, failures are counted against its complement.
  const nearer = above ? bound : 1 - bound
  const found = smallestRateAbove(nearer, trials, alpha, lostDecision)
  return found === null ? null : found - nearer
}

import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf'
import { firstNumber } from '../../statistics/first-number.ts'
import { medianPlace } from '../../statistics/median-interval.ts'
import { quantile } from '../../statistics/quantile.ts'
import { falseDecision, lostDecision } from '../error-budget.ts'
import { medianEvidence } from '../evidence.ts'
import { formatNumber } from '../format-number.ts'
import type { Judgement } from '../judgement.ts'
import type { Verdict } from '../verdict.ts'
import { checkScalars } from './check-scalars.ts'
import { notFinite } from './not-finite.ts'
import type { OrderingQuestion } from './ordering.ts'

/**
 * Judges on which side of a number the median lies, by the sign test: whatever the distribution, and though a few values are
 * wild, as times are on a machine that does other things too. With δ a value's distance from the bound in the claimed
 * direction, and k as many values as half of them exceed with the probability `alpha` at most:
 * - `refuted` if at most k values are of interest, δ ≥ smallestEffect;
 * - `reproduced` if at most k values are on the wrong side, δ ≤ 0, and the verdict is not the former;
 * - `inconclusive` otherwise, and whenever a value is NaN or infinite.
 *
 * Each verdict is false with the probability `alpha` at most, if the values are independent.
 *
 * @throws {RangeError} if there are so few values that none could decide, or a scalar is refused by `checkScalars`
 */
export function judgeMedian(question: OrderingQuestion): Judgement {
  const { metric, values, claimed, smallestEffect, unit = '1', units = 'units', context = [] } = question
  const { alpha = falseDecision } = question
  const [bound, direction] = 'above' in claimed ? [claimed.above, 1] : [claimed.below, -1]
  checkScalars({ smallestEffect, alpha, bound })
  const n = values.length
  if (0.5 ** n > alpha) throw new RangeError(`a median at the error rate ${alpha} needs more values than ${n}`)
  const judged = medianEvidence(metric, values, unit, alpha)
  const side = direction === 1 ? 'above' : 'below'
  const common = {
    test: `sign test of ${n} ${units}: the median lies ${side} ${bound}, by ${smallestEffect} or more to be of interest`,
    alpha,
    bound,
    evidence: [judged, ...context],
  }
  if (judged.diverged > 0) return { ...common, ...notFinite(judged) }
  const distances = Array.from(values, (value) => direction * (value - bound))
  const most = medianPlace(n, alpha)
  const against = distances.filter((distance) => distance <= 0).length
  const ofInterest = distances.filter((distance) => distance >= smallestEffect).length
  const verdict: Verdict = ofInterest <= most ? 'refuted' : against <= most ? 'reproduced' : 'inconclusive'
  return {
    ...common,
    verdict,
    lost: {
      refuted: chanceOfMore(most, ofInterest, n),
      reproduced: chanceOfMore(most, against, n) + chanceOfMore(n - most - 1, n - ofInterest, n),
      inconclusive: 1,
    }[verdict],
    detectable: smallestFound(distances, most),
    finding:
      `the median of ${metric} is ${formatNumber(judged.value)} [${formatNumber(judged.low)}, ${formatNumber(judged.high)}]: ` +
      `in ${n - against} of ${n} ${units} it lies ${side} ${bound}, in ${ofInterest} by ${smallestEffect} or more.`,
  }
}

/**
 * The chance that of fresh values, as many, more than `most` are as `count` of ours are. One is so with the probability
 * (count + ½) / (n + 1), so that what never was is not taken for impossible.
 */
function chanceOfMore(most: number, count: number, n: number): number {
  return 1 - binomialCdf(most, n, (count + 0.5) / (n + 1))
}

/**
 * How far the median must lie from the bound, for values as spread as these, until all but `lostDecision` of fresh ones find
 * its side: with so few of them on the wrong side, in truth, it lies as far as from that quantile of ours. The k-th of n values
 * is taken for the quantile k / (n + 1), where it lies on average. Null if it would lie beyond them all.
 */
function smallestFound(distances: readonly number[], most: number): number | null {
  const n = distances.length
  const found = (right: number) => binomialCdf(n - most - 1, n, right) <= lostDecision
  const rank = (1 - firstNumber(0.5, 1, found)) * (n + 1)
  if (rank < 0.5) return null
  const ordered = Float64Array.from(distances).sort()
  return quantile(ordered, 0.5) - quantile(ordered, Math.max(0, rank - 1) / (n - 1))
}

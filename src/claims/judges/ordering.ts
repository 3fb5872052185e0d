import { firstNumber } from '../../statistics/first-number.ts'
import { averageOverSpread, normalBelow } from '../../statistics/new-sample.ts'
import { type Sample, sampleOf } from '../../statistics/sample.ts'
import { criticalT, meanInterval } from '../../statistics/student-t.ts'
import { falseDecision, lostDecision } from '../error-budget.ts'
import { type Evidence, meanEvidence } from '../evidence.ts'
import { formatNumber } from '../format-number.ts'
import type { Judgement } from '../judgement.ts'
import type { Verdict } from '../verdict.ts'
import { checkScalars } from './check-scalars.ts'
import { notFinite } from './not-finite.ts'

export interface OrderingQuestion {
  /** what `values` are, for instance `hinge_minus_perceptron_test_accuracy` */
  readonly metric: string
  /** one value for each independent unit: a paired difference, or a quantity that is compared with a bound */
  readonly values: ArrayLike<number>
  /** the claim: the mean lies above, or below, this number */
  readonly claimed: { readonly above: number } | { readonly below: number }
  /** smallest distance from that number, in the claimed direction, that anybody would care about; positive */
  readonly smallestEffect: number
  readonly unit?: string
  /** what the values are one for each of, in the plural: 'pairs of training sets' */
  readonly units?: string
  /** further evidence to show beside the judged quantity */
  readonly context?: readonly Evidence[]
  /** one-sided error rate of each bound */
  readonly alpha?: number
}

/**
 * Judges the sign of a mean by Student's t. With δ the mean's distance from the bound in the claimed direction:
 * - `refuted` if even the upper bound of δ is below the smallest effect of interest;
 * - `reproduced` if the lower bound of δ is above zero and the verdict is not the former;
 * - `inconclusive` otherwise, and whenever a value is NaN or infinite.
 *
 * A false `reproduced` needs δ ≤ 0 and a false `refuted` needs δ ≥ smallestEffect: each happens with probability
 * `alpha` at most; between the two, either verdict is true enough.
 *
 * @throws {RangeError} if there are fewer than 6 values, or a scalar is refused by `checkScalars`
 */
export function judgeOrdering(question: OrderingQuestion): Judgement {
  const {
    metric,
    values,
    claimed,
    smallestEffect,
    unit = '1',
    units = 'units',
    context = [],
    alpha = falseDecision,
  } = question
  if (values.length < 6) throw new RangeError(`an ordering needs at least 6 paired values, but has ${values.length}`)
  const [bound, direction] = 'above' in claimed ? [claimed.above, 1] : [claimed.below, -1]
  checkScalars({ smallestEffect, alpha, bound })
  const evidence = [meanEvidence(metric, values, unit, alpha), ...context]
  const claim = `the mean lies ${direction === 1 ? 'above' : 'below'} ${bound}`
  const common = {
    test: `one-sample t-test of ${values.length} ${units}: ${claim}, by ${smallestEffect} or more to be of interest`,
    alpha,
    bound,
    evidence,
  }
  if (evidence[0]!.diverged > 0) return { ...common, ...notFinite(evidence[0]!) }
  const effect = sampleOf(Array.from(values, (value) => direction * (value - bound)))
  const { low, high } = meanInterval(effect, alpha)
  const verdict: Verdict = high < smallestEffect ? 'refuted' : low > 0 ? 'reproduced' : 'inconclusive'
  const shown = evidence[0]!
  const side = direction === 1 ? 'above' : 'below'
  const decided = {
    reproduced: `it lies ${side} ${bound} as claimed`,
    refuted: `that it lies ${side} ${bound} by ${smallestEffect} or more is excluded`,
    inconclusive: `it may lie ${side} ${bound} by ${smallestEffect} or more, and it may not lie ${side} it at all`,
  }[verdict]
  const finding =
    `${metric.replaceAll('_', ' ')} is ${formatNumber(shown.value)} ` +
    `[${formatNumber(shown.low)}, ${formatNumber(shown.high)}]: ${decided}; ` +
    `${holdsIn(values, bound, direction)} of the ${values.length} ${units} it does.`
  return {
    ...common,
    verdict,
    lost: probabilityOfMissing(verdict, effect, smallestEffect, alpha),
    detectable: smallestFound(effect, alpha),
    finding,
  }
}

/**
 * Over fresh values, as many and as spread: by the joint law of their mean, which places the interval, and of their
 * spread, which sets its width. (A shifted Student's t would not do: with 12 values it is too small by a factor of 30.)
 */
function probabilityOfMissing(verdict: Verdict, effect: Sample, smallestEffect: number, alpha: number): number {
  if (verdict === 'inconclusive') return 1
  if (effect.standardError === 0) return 0
  const critical = criticalT(effect, alpha)
  const aboveZero = effect.mean / effect.standardError
  const aboveInterest = (effect.mean - smallestEffect) / effect.standardError
  // Each in standard errors from the true mean, where fresh values have `ratio` times the standard deviation of these.
  const missed = (ratio: number) =>
    verdict === 'refuted'
      ? normalBelow(critical * ratio + aboveInterest)
      : normalBelow(Math.max(critical * ratio - aboveZero, -critical * ratio - aboveInterest))
  return averageOverSpread(effect.n, missed)
}

/** The distance of the true mean from the bound whose side all but the share `lostDecision` of fresh samples find. */
function smallestFound(effect: Sample, alpha: number): number {
  const critical = criticalT(effect, alpha)
  const found = (distance: number) =>
    averageOverSpread(effect.n, (ratio) => normalBelow(critical * ratio - distance)) <= lostDecision
  let far = critical
  while (!found(far)) far *= 2
  return firstNumber(0, far, found) * effect.standardError
}

function holdsIn(values: ArrayLike<number>, bound: number, direction: number): string {
  const count = Array.from(values).filter((value) => direction * (value - bound) > 0).length
  return `in ${((100 * count) / values.length).toFixed(1)} %`
}

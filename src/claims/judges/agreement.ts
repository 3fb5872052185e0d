import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import { type Count, fisherExact } from '../../statistics/fisher-exact.ts'
import { normalBelow } from '../../statistics/new-sample.ts'
import { rateDifference } from '../../statistics/rate-difference.ts'
import { falseDecision, lostDecision } from '../error-budget.ts'
import { type Evidence, shareEvidence } from '../evidence.ts'
import { formatNumber } from '../format-number.ts'
import type { Judgement } from '../judgement.ts'
import type { Verdict } from '../verdict.ts'
import { checkScalars } from './check-scalars.ts'

/** A rate that two independent experiments have counted. */
export interface Comparison {
  /** what was counted, for instance `share_born_dead_of_width_2` */
  readonly metric: string
  readonly measured: Count
  readonly reference: Count
  /** smallest difference of the two rates that anybody would care about; positive */
  readonly resolution: number
}

export interface AgreementQuestion {
  readonly comparisons: readonly Comparison[]
  readonly context?: readonly Evidence[]
}

/** The chance that equal rates are called different; what is left of lostDecision is for what fresh counts leave unclear. */
const falseRefusal = lostDecision / 2

/**
 * Judges whether two experiments agree on every one of several rates. `refuted` if Fisher's exact test finds one rate
 * different, at the share of its error rate that falls to each; otherwise `reproduced` if every difference of interest
 * is excluded, by the exact intervals of both rates; otherwise `inconclusive`.
 *
 * A false `refuted` needs equal rates, and comes with half of lostDecision at most; a false `reproduced` needs a
 * difference of the resolution or more, and comes with falseDecision at most.
 *
 * @throws {RangeError} if there is no comparison, or a resolution is not positive
 */
export function judgeAgreement({ comparisons, context = [] }: AgreementQuestion): Judgement {
  if (comparisons.length === 0) throw new RangeError('an agreement needs at least one comparison, but has none')
  const judged = comparisons.map(compare)
  const different = judged.filter(({ chance }) => chance < falseRefusal / comparisons.length)
  const unclear = judged.filter(({ excluded }) => !excluded)
  const verdict: Verdict = different.length > 0 ? 'refuted' : unclear.length > 0 ? 'inconclusive' : 'reproduced'
  const least = judged.reduce((a, b) => (b.chance < a.chance ? b : a))
  return {
    verdict,
    test: `Fisher's exact test of ${comparisons.length} pairs of rates, and exact intervals of their differences`,
    alpha: falseDecision,
    lost: probabilityOfMissing(verdict, judged, comparisons.length),
    detectable: Math.max(...judged.map(({ reach }) => reach)),
    evidence: [
      ...[least, ...judged.filter((each) => each !== least)].map(({ metric, measured }) =>
        shareEvidence(metric, measured.successes, measured.trials),
      ),
      ...context,
    ],
    finding:
      `Of ${comparisons.length} rates ${different.length} differ; the least likely pair is ${inShares(least)}, which two ` +
      `equal rates exceed with a chance of ${formatNumber(least.chance)}` +
      `${unclear.length > 0 ? `; ${unclear.length} are known too roughly.` : '.'}`,
  }
}

type Compared = ReturnType<typeof compare>

function compare({ metric, measured, reference, resolution }: Comparison) {
  checkScalars({ resolution })
  // To call all rates equal is wrong only if one differs by its resolution, and then its own interval must have missed that.
  const difference = rateDifference(measured, reference, falseDecision)
  const reach = (difference.high - difference.low) / 2
  const deviation = Math.sqrt(varianceOf(measured) + varianceOf(reference))
  return {
    metric,
    measured,
    reference,
    reach,
    chance: fisherExact(measured, reference),
    excluded: -resolution < difference.low && difference.high < resolution,
    /** how many deviations lie between the ends of the interval of equal rates and the resolution */
    margin: (resolution - reach) / deviation,
    /** and between the rates that were measured */
    distance: Math.abs(measured.successes / measured.trials - reference.successes / reference.trials) / deviation,
  }
}

/** Over fresh counts, by normal values: of equal rates for `reproduced`, of those measured for `refuted`. */
function probabilityOfMissing(verdict: Verdict, judged: readonly Compared[], comparisons: number): number {
  if (verdict === 'inconclusive') return 1
  if (verdict === 'reproduced') {
    return Math.min(1, falseRefusal + sum(judged.map(({ margin }) => 2 * normalBelow(-margin))))
  }
  const needed = -normalQuantile(falseRefusal / comparisons / 2, 0, 1)
  return Math.min(...judged.map(({ distance }) => normalBelow(needed - distance)))
}

/** Of the rate, taken at (k + ½)/(n + 1), so that a perfect count does not pretend to be certain. */
function varianceOf({ successes, trials }: Count): number {
  const rate = (successes + 0.5) / (trials + 1)
  return (rate * (1 - rate)) / trials
}

function inShares({ metric, measured, reference }: Pick<Comparison, 'metric' | 'measured' | 'reference'>): string {
  const share = ({ successes, trials }: Count) => `${formatNumber(successes / trials)} of ${trials}`
  return `${metric}, ${share(measured)} against ${share(reference)}`
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

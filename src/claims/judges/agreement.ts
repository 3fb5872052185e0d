import { clopperPearson } from '../../statistics/clopper-pearson.ts'
import { type Count, fisherExact } from '../../statistics/fisher-exact.ts'
import type { Interval } from '../../statistics/interval.ts'
import { normalOutside } from '../../statistics/new-sample.ts'
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
 * different, at the share of α that falls to each; otherwise `reproduced` if every difference of interest is excluded, by
 * the exact intervals of both rates; otherwise `inconclusive`.
 *
 * A false `refuted` needs equal rates, and comes with half of lostDecision at most; a false `reproduced` needs a
 * difference of the resolution or more, and comes with falseDecision at most.
 *
 * @throws {RangeError} if there is no comparison, or a resolution is not positive
 */
export function judgeAgreement({ comparisons, context = [] }: AgreementQuestion): Judgement {
  if (comparisons.length === 0) throw new RangeError('an agreement needs at least one comparison, but has none')
  const alphaOfEach = falseDecision / comparisons.length
  const judged = comparisons.map((comparison) => compare(comparison, alphaOfEach))
  const different = judged.filter(({ chance }) => chance < falseRefusal / comparisons.length)
  const unclear = judged.filter(({ excluded }) => !excluded)
  const verdict: Verdict = different.length > 0 ? 'refuted' : unclear.length > 0 ? 'inconclusive' : 'reproduced'
  const least = judged.reduce((a, b) => (b.chance < a.chance ? b : a))
  return {
    verdict,
    test: `Fisher's exact test of ${comparisons.length} pairs of rates, and exact intervals of their differences`,
    alpha: falseDecision,
    lost: verdict === 'inconclusive' ? 1 : Math.min(1, falseRefusal + sum(judged.map(({ lost }) => lost))),
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

function compare({ metric, measured, reference, resolution }: Comparison, alpha: number) {
  checkScalars({ resolution })
  const difference = differenceInterval(measured, reference, alpha)
  const reach = (difference.high - difference.low) / 2
  const deviation = Math.sqrt(varianceOf(measured) + varianceOf(reference))
  const margin = resolution - reach
  return {
    metric,
    measured,
    reference,
    reach,
    chance: fisherExact(measured, reference),
    excluded: -resolution < difference.low && difference.high < resolution,
    // That the intervals of fresh counts of equal rates do not exclude the resolution.
    lost: margin > 0 ? normalOutside({ low: -margin / deviation, high: margin / deviation }) : 1,
  }
}

/** Each bound is wrong with a probability of alpha, half of it for each of the two rates. */
function differenceInterval(first: Count, second: Count, alpha: number): Interval {
  const [a, b] = [first, second].map(({ successes, trials }) => clopperPearson(successes, trials, alpha / 2))
  return { low: a!.low - b!.high, high: a!.high - b!.low }
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

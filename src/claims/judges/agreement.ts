import { firstNumber } from '../../statistics/first-number.ts'
import { type Count, fisherExact } from '../../statistics/fisher-exact.ts'
import { missedByFisher } from '../../statistics/fisher-power.ts'
import { rateDifference } from '../../statistics/rate-difference.ts'
import { chanceOfReaching } from '../../statistics/rate-difference-power.ts'
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
    detectable: smallestFound(roughest(comparisons), comparisons.length),
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
  return {
    metric,
    measured,
    reference,
    resolution,
    chance: fisherExact(measured, reference),
    excluded: -resolution < difference.low && difference.high < resolution,
  }
}

/**
 * Over fresh counts of both experiments: for `reproduced` of one rate, that of both together, as agreement is that both are
 * the same; for `refuted` of those that were measured, by the surest comparison. Rates are taken at (k + ½)/(n + 1), so that
 * a perfect count does not pretend to be certain.
 */
function probabilityOfMissing(verdict: Verdict, judged: readonly Compared[], comparisons: number): number {
  if (verdict === 'inconclusive') return 1
  if (verdict === 'reproduced') return Math.min(1, falseRefusal + sum(judged.map(chanceOfUnclear)))
  return Math.min(
    ...judged
      .filter(({ chance }) => chance < falseRefusal / comparisons)
      .map(({ measured, reference }) =>
        missedByFisher(
          trialsOf(measured, reference),
          [rateOf(measured), rateOf(reference)],
          falseRefusal / comparisons,
        ),
      ),
  )
}

function chanceOfUnclear({ measured, reference, resolution }: Compared): number {
  const both = {
    successes: measured.successes + reference.successes,
    trials: measured.trials + reference.trials,
  }
  return chanceOfReaching(resolution, trialsOf(measured, reference), rateOf(both), falseDecision)
}

/** The comparison that knows least of its difference, by the variance of two rates of one half. */
function roughest(comparisons: readonly Comparison[]): Comparison {
  const variance = ({ measured, reference }: Comparison) => 1 / measured.trials + 1 / reference.trials
  return comparisons.reduce((a, b) => (variance(b) > variance(a) ? b : a))
}

/**
 * How far the measured rate must lie from the reference's, towards the farther end, until all but the share `lostDecision`
 * of fresh counts are refuted; null if it is not even there.
 */
function smallestFound({ measured, reference }: Comparison, comparisons: number): number | null {
  const [trials, rate] = [trialsOf(measured, reference), rateOf(reference)]
  const key = [...trials, rate, comparisons].join()
  const known = distances.get(key)
  if (known !== undefined) return known
  const direction = rate < 0.5 ? 1 : -1
  const found = (distance: number) =>
    missedByFisher(trials, [rate + direction * distance, rate], falseRefusal / comparisons) <= lostDecision
  const farthest = Math.max(rate, 1 - rate)
  const distance = found(farthest) ? firstNumber(0, farthest, found) : null
  distances.set(key, distance)
  return distance
}

/** It takes up to a second, and the twin and the calibration ask again with the same reference. */
const distances = new Map<string, number | null>()

function trialsOf(measured: Count, reference: Count): readonly [number, number] {
  return [measured.trials, reference.trials]
}

function rateOf({ successes, trials }: Count): number {
  return (successes + 0.5) / (trials + 1)
}

function inShares({ metric, measured, reference }: Pick<Comparison, 'metric' | 'measured' | 'reference'>): string {
  const share = ({ successes, trials }: Count) => `${formatNumber(successes / trials)} of ${trials}`
  return `${metric}, ${share(measured)} against ${share(reference)}`
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

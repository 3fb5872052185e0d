import { firstNumber } from '../../statistics/first-number.ts'
import type { Interval } from '../../statistics/interval.ts'
import { averageOverSpread, normalBetween, normalOutside } from '../../statistics/new-sample.ts'
import { type Sample, sampleOf } from '../../statistics/sample.ts'
import { criticalT, predictionInterval } from '../../statistics/student-t.ts'
import { falseDecision, lostDecision } from '../error-budget.ts'
import { type Evidence, meanEvidence } from '../evidence.ts'
import { formatNumber } from '../format-number.ts'
import type { Judgement } from '../judgement.ts'
import type { Verdict } from '../verdict.ts'
import { checkScalars } from './check-scalars.ts'
import { notFinite } from './not-finite.ts'

export interface ValueQuestion {
  readonly metric: string
  /** the metric in each of our own independent runs */
  readonly values: ArrayLike<number>
  /** the number that was reported, from one run */
  readonly reported: number
  /** the widest interval, from end to end, that still says something */
  readonly resolution: number
  /** variance of one new run that the values do not show, for instance of its test set */
  readonly extraVariance?: number
  readonly unit?: string
  readonly context?: readonly Evidence[]
  readonly alpha?: number
}

/**
 * Judges a reported number against the prediction interval of one new run: outside, `refuted`; inside an interval no
 * wider than the resolution, `reproduced`; inside a wider one, or with values that are not finite, `inconclusive`.
 * A true number falls outside with probability 2·alpha at most, which is what it spends. What it finds is a reported
 * number off the mean of our runs.
 *
 * @throws {RangeError} if there are fewer than 2 values, or a scalar is refused by `checkScalars`
 */
export function judgeValue(question: ValueQuestion): Judgement {
  const { metric, values, reported, resolution, extraVariance = 0 } = question
  const { unit = '1', context = [], alpha = falseDecision / 2 } = question
  checkScalars({ reported, resolution, extraVariance, alpha })
  const evidence = [meanEvidence(metric, values, unit, alpha), ...context]
  const common = {
    test: `prediction interval of one new run from ${values.length} runs, at most ${resolution} wide`,
    alpha: 2 * alpha,
    evidence,
  }
  if (evidence[0]!.diverged > 0) return { ...common, ...notFinite(evidence[0]!) }
  const sample = sampleOf(values)
  const { low, high } = predictionInterval(sample, alpha, extraVariance)
  const outside = reported < low || reported > high
  const verdict: Verdict = outside ? 'refuted' : high - low <= resolution ? 'reproduced' : 'inconclusive'
  const atMost = Array.from(values).filter((value) => value <= reported).length
  const side = outside ? 'outside' : 'inside'
  const fresh: FreshRuns = { sample, critical: criticalT(sample, alpha), extraVariance }
  return {
    ...common,
    verdict,
    lost: probabilityOfMissing(verdict, fresh, reported, resolution),
    detectable: smallestRefuted(fresh, high - low),
    finding:
      `${formatNumber(reported)} lies ${side} [${formatNumber(low)}, ${formatNumber(high)}], ` +
      `at percentile ${((100 * atMost) / sample.n).toFixed(0)} of our runs.`,
  }
}

/** Runs as many and as spread as ours, judged in the same way. */
interface FreshRuns {
  readonly sample: Sample
  readonly critical: number
  readonly extraVariance: number
}

/** By the joint law of the fresh runs' mean, which places the interval, and of their spread, which sets its width. */
function probabilityOfMissing(verdict: Verdict, fresh: FreshRuns, reported: number, resolution: number): number {
  const { sample, critical, extraVariance } = fresh
  if (verdict === 'inconclusive') return 1
  if (sample.standardError === 0) return 0
  const distance = reported - sample.mean
  if (verdict === 'refuted') return chanceOfInside(fresh, distance)
  const widest = Math.sqrt(((resolution / (2 * critical)) ** 2 - extraVariance) / (1 + 1 / sample.n))
  const narrow = widest / sample.standardDeviation
  const outside = (ratio: number) => normalOutside(meansAround(fresh, distance, ratio))
  return averageOverSpread(sample.n, outside, { to: narrow }) + averageOverSpread(sample.n, () => 1, { from: narrow })
}

/** The chance that a number at this distance from the true mean lies inside the prediction interval of fresh runs. */
function chanceOfInside(fresh: FreshRuns, distance: number): number {
  return averageOverSpread(fresh.sample.n, (ratio) => normalBetween(meansAround(fresh, distance, ratio)))
}

/**
 * Where the mean of fresh runs must lie, if their standard deviation is `ratio` times ours, for a number at this
 * distance from the true mean to be inside their prediction interval: in standard errors from the true mean.
 */
function meansAround({ sample, critical, extraVariance }: FreshRuns, distance: number, ratio: number): Interval {
  const reach = critical * Math.sqrt((ratio * sample.standardDeviation) ** 2 * (1 + 1 / sample.n) + extraVariance)
  return { low: (distance - reach) / sample.standardError, high: (distance + reach) / sample.standardError }
}

/** The distance of a number from the true mean that all but the share `lostDecision` of fresh runs refute. */
function smallestRefuted(fresh: FreshRuns, width: number): number {
  if (fresh.sample.standardError === 0) return width / 2
  const refuted = (distance: number) => chanceOfInside(fresh, distance) <= lostDecision
  let far = width
  while (!refuted(far)) far *= 2
  return firstNumber(0, far, refuted)
}

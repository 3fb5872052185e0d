import { sampleOf } from '../../statistics/sample.ts'
import { predictionInterval, probabilityBelow } from '../../statistics/student-t.ts'
import { falseDecision } from '../error-budget.ts'
import { meanEvidence } from '../evidence.ts'
import { formatNumber } from '../format-number.ts'
import type { Judgement } from '../judgement.ts'
import type { Verdict } from '../verdict.ts'

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
  readonly alpha?: number
}

/**
 * Judges a reported number against the prediction interval of one new run: outside, `refuted`; inside an interval no
 * wider than the resolution, `reproduced`; inside a wider one, or with values that are not finite, `inconclusive`.
 * A true number falls outside with probability 2·alpha at most, which is what it spends.
 *
 * @throws {RangeError} if there are fewer than 2 values, or the resolution is not positive
 */
export function judgeValue(question: ValueQuestion): Judgement {
  const { metric, values, reported, resolution, extraVariance = 0, unit = '1', alpha = falseDecision / 2 } = question
  if (!(resolution > 0)) throw new RangeError(`the resolution must be positive, but is ${resolution}`)
  const evidence = [meanEvidence(metric, values, unit, alpha)]
  const common = {
    test: `prediction interval of one new run from ${values.length} runs, at most ${resolution} wide`,
    alpha: 2 * alpha,
    evidence,
  }
  if (evidence[0]!.diverged > 0) {
    const finding = `${evidence[0]!.diverged} of ${values.length} values are not finite, so ${metric} is not judged.`
    return { ...common, verdict: 'inconclusive', lost: 1, detectable: null, finding }
  }
  const sample = sampleOf(values)
  const { low, high } = predictionInterval(sample, alpha, extraVariance)
  const outside = reported < low || reported > high
  const verdict: Verdict = outside ? 'refuted' : high - low <= resolution ? 'reproduced' : 'inconclusive'
  const below = Array.from(values).filter((value) => value <= reported).length
  const margin = outside ? Math.max(low - reported, reported - high) : Math.min(reported - low, high - reported)
  const missed = sample.standardError === 0 ? 0 : probabilityBelow(0, margin / sample.standardError, sample)
  return {
    ...common,
    verdict,
    // The interval moves with its mean: the decision is missed when the mean moves by the distance to the nearest end.
    lost: verdict === 'inconclusive' ? 1 : missed,
    detectable: (high - low) / 2,
    finding:
      `${formatNumber(reported)} lies ${outside ? 'outside' : 'inside'} [${formatNumber(low)}, ${formatNumber(high)}], ` +
      `at percentile ${((100 * below) / sample.n).toFixed(0)} of our runs.`,
  }
}

import { chanceOfNewSample } from '../../statistics/new-sample.ts'
import { sampleOf } from '../../statistics/sample.ts'
import { criticalT, predictionInterval } from '../../statistics/student-t.ts'
import { falseDecision, lostDecision } from '../error-budget.ts'
import { meanEvidence } from '../evidence.ts'
import { formatNumber } from '../format-number.ts'
import type { Judgement } from '../judgement.ts'
import type { Verdict } from '../verdict.ts'
import { checkScalars } from './check-scalars.ts'

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
 * @throws {RangeError} if there are fewer than 2 values, or a scalar is refused by `checkScalars`
 */
export function judgeValue(question: ValueQuestion): Judgement {
  const { metric, values, reported, resolution, extraVariance = 0, unit = '1', alpha = falseDecision / 2 } = question
  checkScalars({ reported, resolution, extraVariance, alpha })
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
  const side = outside ? 'outside' : 'inside'

  const critical = criticalT(sample, alpha)
  /** The interval of a new sample's mean within which the reported number lies in its prediction interval. */
  const around = (standardDeviation: number): readonly [number, number] => {
    const reach = critical * Math.sqrt(standardDeviation ** 2 * (1 + 1 / sample.n) + extraVariance)
    return [reported - reach, reported + reach]
  }
  const narrow = ([from, to]: readonly [number, number]) => to - from <= resolution
  const chanceOfInside = (mean: number) => chanceOfNewSample(sample, mean, around)
  const chanceOfReproduced = () =>
    chanceOfNewSample(sample, sample.mean, (spread) => (narrow(around(spread)) ? around(spread) : null))

  return {
    ...common,
    verdict,
    lost: verdict === 'inconclusive' ? 1 : outside ? chanceOfInside(sample.mean) : 1 - chanceOfReproduced(),
    detectable: smallestRefuted(chanceOfInside, reported, high - low),
    finding:
      `${formatNumber(reported)} lies ${side} [${formatNumber(low)}, ${formatNumber(high)}], ` +
      `at percentile ${((100 * below) / sample.n).toFixed(0)} of our runs.`,
  }
}

/** The distance of the true mean from the reported number at which only 1 in 1/lostDecision samples refutes it not. */
function smallestRefuted(chanceOfInside: (mean: number) => number, reported: number, width: number): number {
  if (width === 0) return 0
  let [missed, found] = [0, width]
  while (chanceOfInside(reported + found) > lostDecision) found *= 2
  while (found - missed > 1e-4 * found) {
    const middle = (missed + found) / 2
    if (chanceOfInside(reported + middle) > lostDecision) missed = middle
    else found = middle
  }
  return found
}

import tQuantile from '@stdlib/stats-base-dists-t-quantile'
import type { Interval } from './interval.ts'
import type { Sample } from './sample.ts'

/** The quantile of Student's t that is exceeded with probability `alpha`, for the sample's degrees of freedom. */
export function criticalT(sample: Sample, alpha: number): number {
  // By symmetry; 1 − alpha would round the digits of a small alpha away.
  return -tQuantile(alpha, sample.n - 1)
}

/**
 * The interval of a mean by Student's t: each bound is wrong with probability `alpha` (exactly for normal values,
 * by the central limit theorem for many values of finite variance).
 */
export function meanInterval(sample: Sample, alpha: number): Interval {
  const reach = criticalT(sample, alpha) * sample.standardError
  return { low: sample.mean - reach, high: sample.mean + reach }
}

/**
 * The interval in which one new value falls, each bound wrong with probability `alpha`: it holds the spread of the
 * new value and the uncertainty of the mean.
 *
 * @param extraVariance - variance of the new value that the sample does not show, for instance test-set noise
 */
export function predictionInterval(sample: Sample, alpha: number, extraVariance = 0): Interval {
  const variance = sample.standardDeviation ** 2 + sample.standardError ** 2 + extraVariance
  const reach = criticalT(sample, alpha) * Math.sqrt(variance)
  return { low: sample.mean - reach, high: sample.mean + reach }
}

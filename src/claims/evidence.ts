import { clopperPearson } from '../statistics/clopper-pearson.ts'
import { medianInterval } from '../statistics/median-interval.ts'
import { quantile } from '../statistics/quantile.ts'
import { sampleOf } from '../statistics/sample.ts'
import { meanInterval } from '../statistics/student-t.ts'
import { falseDecision } from './error-budget.ts'

/** One measured quantity of a claim, as the report shows it. */
export interface Evidence {
  /** full words in snake case, for instance `perceptron_test_accuracy` */
  readonly metric: string
  /** null when it is not finite; `diverged` then counts the runs at fault */
  readonly value: number | null
  /** bounds of the interval; null only for exact evidence and for evidence that is not finite */
  readonly low: number | null
  readonly high: number | null
  /** '1' for fractions and counts, otherwise the unit's symbol: 'degree', 's', 'epoch'; 's/s' for a ratio of times */
  readonly unit: string
  /** count of independent values behind it */
  readonly n: number
  /** runs among the n whose value was NaN or infinite */
  readonly diverged: number
}

/** Evidence of a deterministic computation: a value without an interval. */
export function exactEvidence(metric: string, value: number, unit = '1'): Evidence {
  const finite = Number.isFinite(value)
  return { metric, value: finite ? value : null, low: null, high: null, unit, n: 1, diverged: finite ? 0 : 1 }
}

/**
 * Evidence of the mean of independent values, with its t-interval. A value that is not finite makes the whole mean
 * unknown: it is counted, never dropped.
 *
 * @param alpha - one-sided error rate of each bound
 */
export function meanEvidence(
  metric: string,
  values: ArrayLike<number>,
  unit = '1',
  alpha: number = falseDecision,
): Evidence {
  const diverged = Array.from(values).filter((value) => !Number.isFinite(value)).length
  if (diverged > 0) return { metric, value: null, low: null, high: null, unit, n: values.length, diverged }
  const sample = sampleOf(values)
  return { metric, value: sample.mean, ...meanInterval(sample, alpha), unit, n: sample.n, diverged: 0 }
}

/**
 * Evidence of the median of independent values, with an interval that holds whatever their distribution. A value that is
 * not finite makes the whole median unknown.
 *
 * @param alpha - one-sided error rate of each bound; of too few values for it, the interval is that of all of them
 */
export function medianEvidence(
  metric: string,
  values: ArrayLike<number>,
  unit = '1',
  alpha: number = falseDecision,
): Evidence {
  const n = values.length
  const diverged = Array.from(values).filter((value) => !Number.isFinite(value)).length
  if (diverged > 0) return { metric, value: null, low: null, high: null, unit, n, diverged }
  return { metric, value: quantile(values, 0.5), ...medianInterval(values, alpha), unit, n, diverged: 0 }
}

/**
 * Evidence of a share of independent trials, with its exact interval.
 *
 * @param alpha - one-sided error rate of each bound
 */
export function shareEvidence(
  metric: string,
  successes: number,
  trials: number,
  alpha: number = falseDecision,
): Evidence {
  const interval = clopperPearson(successes, trials, alpha)
  return { metric, value: successes / trials, ...interval, unit: '1', n: trials, diverged: 0 }
}

/** Whether a quantity was read from a clock: no two runs give the same one. */
export function isTimed({ unit }: Pick<Evidence, 'unit'>): boolean {
  return unit === 's' || unit === 's/s'
}

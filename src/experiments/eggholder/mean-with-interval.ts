import { meanEvidence } from '../../claims/evidence.ts'

/** A mean with its interval, as a figure draws it; what too few values cannot give is NaN, which no mark shows. */
export interface MeanWithInterval {
  readonly value: number
  readonly low: number
  readonly high: number
}

/**
 * The mean of finite values, with the interval that a judge would take of it.
 *
 * @param least - a number that no mean lies below, where the interval ends
 */
export function meanWithInterval(values: Float64Array, least = Number.NEGATIVE_INFINITY): MeanWithInterval {
  if (values.length < 2) return { value: values[0] ?? Number.NaN, low: Number.NaN, high: Number.NaN }
  const { value, low, high } = meanEvidence('', values)
  return { value: value!, low: Math.max(least, low!), high: high! }
}

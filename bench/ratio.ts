import type { Interval } from '../src/statistics/interval.ts'
import { medianInterval } from '../src/statistics/median-interval.ts'
import { quantile } from '../src/statistics/quantile.ts'

/** A median with the interval that misses it once in twenty times at most, given six rounds or more. */
export interface Median extends Interval {
  readonly median: number
}

export function medianOf(values: readonly number[]): Median {
  return { median: quantile(values, 0.5), ...medianInterval(values, 0.025) }
}

/** How many times as long one contender took as another, each round for itself; null where one of them did not finish. */
export function ratioOf(seconds: readonly number[], against: readonly number[]): Median | null {
  if (seconds.length === 0 || against.length !== seconds.length) return null
  return medianOf(seconds.map((value, round) => value / against[round]!))
}

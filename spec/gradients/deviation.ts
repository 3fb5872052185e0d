import { allowance, type Tolerance } from '../../src/tolerances.ts'

let largest: number | null = null

/** Notes how far a value lies from the expected one, for whoever asks next by {@link takeDeviation}. */
export function noteDeviation(value: number, expected: number, tolerance: Tolerance): void {
  largest = Math.max(largest ?? 0, deviation(value, expected, tolerance))
}

/** The largest deviation since the last call, as a share of what was allowed; null if nothing was compared. */
export function takeDeviation(): number | null {
  const taken = largest
  largest = null
  return taken
}

function deviation(value: number, expected: number, tolerance: Tolerance): number {
  if (Object.is(value, expected)) return 0
  const distance = Math.abs(value - expected)
  // Two zeros differ by nothing, of which nothing is allowed.
  if (distance === 0) return 0
  return Number.isFinite(distance) ? distance / allowance(expected, tolerance) : Number.POSITIVE_INFINITY
}

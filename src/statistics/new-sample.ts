import normalCdf from '@stdlib/stats-base-dists-normal-cdf'
import type { Interval } from './interval.ts'

/**
 * The average of a function of a new normal sample's standard deviation, over its law: √(χ² / (n − 1)) of the true one.
 * The mean of such a sample is independent of it, so the chance that both together have a property is the average of
 * the chance that the mean has it, given the standard deviation.
 *
 * @param n - count of values in the sample, at least 2
 * @param of - a smooth function of the ratio of the new standard deviation to the true one
 * @param range - outside it the function counts as 0
 * @returns right to about 1e-9 of its size, if that is above 1e-16
 */
export function averageOverSpread(n: number, of: (ratio: number) => number, range: Range = {}): number {
  const { from = 0, to = Number.POSITIVE_INFINITY } = range
  const freedom = n - 1
  // Up to a factor that the whole integral gives: it is 1 at the ratio 1, so that it neither over- nor underflows.
  const density = (ratio: number) => Math.exp((freedom - 1) * Math.log(ratio) - (freedom * (ratio ** 2 - 1)) / 2)
  // Farther than 9 / √freedom from 1 it lies with a chance of about exp(−9²/2): χ is a Lipschitz function of normal values.
  const [least, most] = [Math.max(0, 1 - 9 / Math.sqrt(freedom)), 1 + 9 / Math.sqrt(freedom)]
  const [low, high] = [Math.max(least, from), Math.min(most, to)]
  if (low >= high) return 0
  return integral((ratio) => density(ratio) * of(ratio), low, high) / integral(density, least, most)
}

interface Range {
  readonly from?: number
  readonly to?: number
}

/** The chance that a standard normal value lies in an interval, right in the tails too. */
export function normalBetween({ low, high }: Interval): number {
  return low > 0 ? normalBelow(-low) - normalBelow(-high) : normalBelow(high) - normalBelow(low)
}

/** The chance that a standard normal value lies outside an interval. */
export function normalOutside({ low, high }: Interval): number {
  return normalBelow(low) + normalBelow(-high)
}

/** The chance that a standard normal value lies below a number. */
export function normalBelow(z: number): number {
  return normalCdf(z, 0, 1)
}

/** Gauss-Legendre's rule of 8 points on each of 24 panels. Abramowitz and Stegun, Handbook, table 25.4. */
function integral(of: (x: number) => number, from: number, to: number): number {
  const panels = 24
  const half = (to - from) / panels / 2
  let sum = 0
  for (let panel = 0; panel < panels; panel++) {
    const middle = from + (2 * panel + 1) * half
    for (const [point, weight] of rule) sum += weight * (of(middle - point * half) + of(middle + point * half))
  }
  return sum * half
}

const rule = [
  [0.1834346424956498, 0.362683783378362],
  [0.525532409916329, 0.3137066458778873],
  [0.7966664774136267, 0.2223810344533745],
  [0.9602898564975363, 0.1012285362903763],
] as const

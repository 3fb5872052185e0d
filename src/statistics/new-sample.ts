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
  const law = laws.get(n) ?? lawOfSpread(n)
  laws.set(n, law)
  if (range.from === undefined && range.to === undefined) return weighted(law.rule, of)
  const [low, high] = [Math.max(law.least, range.from ?? 0), Math.min(law.most, range.to ?? law.most)]
  if (low >= high) return 0
  return weighted(
    ruleOver(low, high).map(([ratio, weight]) => [ratio, weight * law.density(ratio)] as const),
    of,
  )
}

/** The law of the ratio for one size of the sample. */
interface LawOfSpread {
  readonly density: (ratio: number) => number
  /** outside these it lies with a chance that does not count */
  readonly least: number
  readonly most: number
  /** ratios with their probabilities */
  readonly rule: Rule
}

/** A judge asks some twenty times for the law of one size. */
const laws = new Map<number, LawOfSpread>()

function lawOfSpread(n: number): LawOfSpread {
  const freedom = n - 1
  // Up to a factor that the whole integral gives: it is 1 at the ratio 1, so that it neither over- nor underflows.
  const shape = (ratio: number) => Math.exp((freedom - 1) * Math.log(ratio) - (freedom * (ratio ** 2 - 1)) / 2)
  // Farther than 9 / √freedom from 1 it lies with a chance of about exp(−9²/2): χ is a Lipschitz function of normal values.
  const [least, most] = [Math.max(0, 1 - 9 / Math.sqrt(freedom)), 1 + 9 / Math.sqrt(freedom)]
  const places = ruleOver(least, most)
  const whole = weighted(places, shape)
  const density = (ratio: number) => shape(ratio) / whole
  return { density, least, most, rule: places.map(([ratio, weight]) => [ratio, weight * density(ratio)]) }
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

/** Places with their weights, whose weighted sum is an integral. */
type Rule = readonly (readonly [place: number, weight: number])[]

/** Gauss-Legendre's rule of 8 points on each of 24 panels. Abramowitz and Stegun, Handbook, table 25.4. */
function ruleOver(from: number, to: number): Rule {
  const panels = 24
  const half = (to - from) / panels / 2
  return Array.from({ length: panels }, (_, panel) => from + (2 * panel + 1) * half).flatMap((middle) =>
    eightPoints.flatMap(([point, weight]) => [
      [middle - point * half, weight * half] as const,
      [middle + point * half, weight * half] as const,
    ]),
  )
}

function weighted(rule: Rule, of: (place: number) => number): number {
  return rule.reduce((sum, [place, weight]) => sum + weight * of(place), 0)
}

const eightPoints = [
  [0.1834346424956498, 0.362683783378362],
  [0.525532409916329, 0.3137066458778873],
  [0.7966664774136267, 0.2223810344533745],
  [0.9602898564975363, 0.1012285362903763],
] as const

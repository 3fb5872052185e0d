/** How far a value may lie from the expected one: `abs` in the value's unit, `rel` as a fraction of the expected size. */
export interface Tolerance {
  readonly kind: 'abs' | 'rel'
  readonly size: number
}

/** Half of the spacing of float32 numbers around 1: the largest relative error of one rounded operation. */
export const float32UnitRoundoff = 2 ** -24

/** The same for float64. */
export const float64UnitRoundoff = 2 ** -53

/**
 * All tolerances of the project, each with its derivation. A spec names a row; it never writes an epsilon.
 */
export const tolerances = {
  /** Deterministic integer or replayed arithmetic in float64: +, −, ×, ÷ and √ are correctly rounded everywhere. */
  exact: { kind: 'abs', size: 0 },

  /**
   * A statistic over independent runs in float64 on the host, from the same weights on the same engine. Per value one
   * acos or quantile whose last digits are the JavaScript engine's own (an error of 4 units is generous), then a mean
   * of n ≤ 10⁵ values (n·u = 1e-11 relative, worst case).
   */
  hostStatistic: { kind: 'rel', size: 1e-9 },

  /**
   * A quantile or tail probability of the statistics library against SciPy, for tails down to 1e-12: both are iterative
   * float64 algorithms that stop at a relative error of about 1e-12.
   */
  quantile: { kind: 'rel', size: 1e-9 },
  /**
   * The central difference of a piecewise linear function of size ≤ 10, off its kinks, with the step h = 2⁻²⁰ in
   * float64: there is no truncation error, and two values rounded to 10·2⁻⁵³ or so are divided by 2h: 10⁻⁹ per rounding.
   */
  linearDifference: { kind: 'abs', size: 1e-8 },
} as const satisfies Record<string, Tolerance>

/**
 * The largest distance between a weight trained in float32 and the same weight in float64 after `updates` additions,
 * while both take the same decisions: each addition rounds the sum (|w| ≤ size) and its addend once, and the errors
 * add up at worst.
 *
 * @param updates - count of additions to the weight
 * @param size - the largest absolute value that the weight takes
 */
export function float32Drift(updates: number, size: number): Tolerance {
  return { kind: 'abs', size: 2 * (updates + 1) * float32UnitRoundoff * size }
}

/**
 * Whether a value lies within its tolerance. Values that are not finite are never close, unless both are the same.
 */
export function isClose(value: number, expected: number, tolerance: Tolerance): boolean {
  if (!Number.isFinite(value) || !Number.isFinite(expected)) return Object.is(value, expected)
  return Math.abs(value - expected) <= allowance(expected, tolerance)
}

/** The distance that a tolerance allows around an expected value, in the value's unit. */
export function allowance(expected: number, tolerance: Tolerance): number {
  return tolerance.kind === 'abs' ? tolerance.size : tolerance.size * Math.abs(expected)
}

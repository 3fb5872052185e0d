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
   * An average over a normal value by the trapezoidal rule against adaptive quadrature: SciPy's stops at 1e-12, and a
   * sum of n ≤ 10⁴ positive terms is off by n·u = 1e-12 relative at worst, as are its weights.
   */
  quadrature: { kind: 'rel', size: 1e-11 },

  /** The same over two normal values, with steps that leave exp(−24) = 4e-11 in each direction. */
  pairQuadrature: { kind: 'rel', size: 1e-9 },

  /**
   * A chance that calibration/ adds up over what a judge may see, against what the judge says. The end of a verdict is found
   * to 3e-5 standard errors. Beyond z of them a normal tail falls by the fraction z + 1 / z for each, and z is 8 at the
   * farthest, so that an end changes a chance by 2.5e-4 of itself at most; twice that, for both ends of an interval, and as
   * much again for the steps of the trapezoidal rule.
   */
  addedUpChance: { kind: 'rel', size: 1e-3 },

  /**
   * One tanh or sigmoid in float32 by two libraries, each taken to be right to 8 units in the last place of 1, of at most
   * 2u each. It is not relative: tanh by 1 − 2 / (exp(2x) + 1), as tfjs has it on WebGPU, is that of 1 for tiny x too.
   */
  float32Elementary: { kind: 'abs', size: 32 * float32UnitRoundoff },

  /**
   * The derivative of the same, by its value y: 1 − y² of tanh and y · (1 − y) of the sigmoid change at most twice as much as
   * y, and round three times.
   */
  float32ElementaryDerivative: { kind: 'abs', size: (2 * 32 + 3) * float32UnitRoundoff },

  /**
   * tanh of float32 by e / (e + 2) with e = exp(−2|x|) − 1. XNNPACK's exp(x) − 1 is off by less than 2 units (measured:
   * 1.5 over 8 million arguments), which the quotient at most doubles; the sum and the quotient round once each. The
   * polynomial for small x, x + x · z · P(z) with z = x² ≤ 0.4, rounds the sum once and its second term, a ninth of the
   * first, six times.
   */
  float32Tanh: { kind: 'rel', size: 6 * float32UnitRoundoff },

  /**
   * How much the median time, memory or disk of the second half of a soak may exceed that of the first. In ten runs the medians
   * are five runs apart, so that a leak of two and a half per cent of the first a run shows. A median of five normal values deviates by 0.54 of their
   * deviation, a quotient of two by 0.76: of runs that vary by 2.5 per cent, as on a machine that does nothing else, one soak in
   * millions exceeds it without a leak, five of its deviations.
   */
  soakGrowth: { kind: 'rel', size: 0.1 },
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
 * The largest distance between a sum of products in float32 and the exact one, in whatever order it is added (Higham,
 * Accuracy and Stability of Numerical Algorithms, section 3.1): each product passes at most so many roundings. A
 * product below the normal range adds an absolute error of 2⁻¹⁵⁰ or less.
 *
 * @param roundings - count of products, and one for each further operation on the sum
 * @param magnitude - the sum of the products' absolute values
 */
export function float32Sum(roundings: number, magnitude: number): Tolerance {
  const growth = roundings * float32UnitRoundoff
  return { kind: 'abs', size: (growth / (1 - growth)) * magnitude + roundings * 2 ** -150 }
}

/**
 * The largest distance between batch normalisation in float32 and the exact one, for the output and the gradients.
 * With u the unit roundoff, n values of a channel, s = 1 / √(variance + epsilon), K = s · max |x| and Z = max |z| of
 * the normalised values: the mean is off by n·u·max |x| and a centred value by (n + 3)·u·max |x|; so s is off by the
 * fraction (n + 8)·u·(1 + K) and z by (n + 8)·u·(1 + Z)·(1 + K). The gradient in x has two products of z and two sums
 * of n, which at most quadruple that and multiply it by 1 + Z.
 *
 * @param count - n
 * @param condition - (1 + Z)² · (1 + K)
 * @param magnitude - of the output |gamma| + |beta|, of the gradients in gamma and beta Σ |dy|, of that in x
 *   |gamma| · s · max |dy|
 */
export function float32Normalisation(count: number, condition: number, magnitude: number): Tolerance {
  return { kind: 'abs', size: 4 * (count + 8) * float32UnitRoundoff * condition * magnitude }
}

/**
 * The largest distance between two float32 trainings that take the same steps from the same weights, be it of weights,
 * of losses or of gradients. Their rounding errors are many, small and of either sign, so they add up like a random
 * walk: a chain of n roundings is off by less than λ·√n·u of its size with the probability 1 − 2·exp(−λ²/2) (Higham &
 * Mary 2019, theorem 2.4); λ = 6 makes that 1 − 3e-8. Both trainings round. That a step also changes the errors of the
 * ones before is left out, so this holds for tens of steps and not for thousands.
 *
 * @param steps - of gradient descent
 * @param roundings - the longest chain of operations in a step, there and back
 * @param size - the largest absolute value that is compared
 * @param worst - the error of the least accurate operation, in roundings; the chain is taken to have it throughout
 */
export function float32Training(steps: number, roundings: number, size: number, worst = 1): Tolerance {
  return { kind: 'abs', size: 2 * 6 * Math.sqrt(steps * roundings) * worst * float32UnitRoundoff * size }
}

/**
 * The largest distance, in the Euclidean norm, between a gradient through a whole net in float32 and the exact one.
 * Each number that is kept on the way is off by a random share of itself. That of a sum of n terms of either sign has a
 * deviation of √(n / 6)·u at most: its k-th partial sum is some √k terms large, and a rounding is uniform, of deviation
 * u / √3. An elementary function is given a deviation of 4u. How such shares come out in a gradient is measured in float64,
 * where they are drawn: to first order, its change is in proportion to them. Six deviations are allowed: of
 * some 1500 nets of the experiments, on wasm and on cpu, the worst gradient was off by a fifth of that.
 *
 * @param terms - n, of the longest sum
 * @param spread - the norm of the gradient's change by random shares of deviation 1, to first order
 */
export function float32Backpropagation(terms: number, spread: number): Tolerance {
  return { kind: 'abs', size: 6 * Math.max(4, Math.sqrt(terms / 6)) * float32UnitRoundoff * spread }
}

/**
 * The error of tanh in TensorFlow's C library, in roundings: 5.5 at most over 2 million arguments from -10 to 10 (2.21),
 * where wasm has 1.4 and JavaScript 0.5. It is largest near ±1, where batch normalisation enlarges it.
 */
export const tensorflowTanhRoundings = 6

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

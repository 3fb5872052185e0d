const double = new Float64Array(1)
const bits = new BigInt64Array(double.buffer)

/**
 * How many doubles lie from one value to another: 0 for equal values (+0 and −0 are equal), 1 for neighbours. It is
 * exact up to 2⁵³. A value that is not finite is at distance 0 from itself, NaN included, and at distance Infinity
 * from all else, so that no tolerance lets it pass.
 *
 * @example ulpDistance(1, 1 + Number.EPSILON) // 1
 */
export function ulpDistance(a: number, b: number): number {
  if (Object.is(a, b)) return 0
  if (!Number.isFinite(a) || !Number.isFinite(b)) return Number.POSITIVE_INFINITY
  const difference = rank(a) - rank(b)
  return Number(difference < 0n ? -difference : difference)
}

/** The place of a finite double among all in ascending order, 0 for both zeros: the magnitude's bits, with the sign. */
function rank(value: number): bigint {
  double[0] = Math.abs(value)
  return value < 0 ? -bits[0]! : bits[0]!
}

/**
 * The mean in float64. It lies among its values, beside which the rounding of their sum might put it: three times 0.1 add up to more
 * than 0.3. So equal values have a mean that equals them, and no spread.
 *
 * @returns NaN if a value is, or there is none; infinite if the sum is
 */
export function meanOf(values: ArrayLike<number>): number {
  let sum = 0
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!
    sum += value
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  return Number.isFinite(sum) ? Math.min(Math.max(sum / values.length, least), most) : sum
}

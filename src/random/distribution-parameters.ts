/**
 * The width of [low, high).
 *
 * @throws {RangeError} if the interval is empty, a bound is not a number, or the width is not finite
 */
export function widthOf(low: number, high: number): number {
  const width = high - low
  if (width > 0 && width < Number.POSITIVE_INFINITY) return width
  throw new RangeError(
    `uniform values need finite bounds with low < high, but the interval is [${low}, ${high}): swap or move its bounds`,
  )
}

/**
 * Checks the parameters of a normal distribution.
 *
 * @throws {RangeError} if the mean is not finite, or the standard deviation is negative or not finite
 */
export function checkNormal(mean: number, standardDeviation: number): void {
  if (Number.isFinite(mean) && standardDeviation >= 0 && standardDeviation < Number.POSITIVE_INFINITY) return
  throw new RangeError(
    `a normal distribution needs a finite mean and a finite standard deviation of at least 0, but they are ${mean} ` +
      `and ${standardDeviation}: correct the one at fault`,
  )
}

/**
 * The 1-Wasserstein distance between two samples of equal size: the mean distance between their values in order, which is
 * the area between their distribution functions. It has the unit of the values, is 0 for equal distributions only, and |c|
 * for a distribution that is shifted by c.
 *
 * @param first - [n], is left as it is
 * @param second - [n], is left as it is
 * @returns NaN if a value is NaN
 * @throws {RangeError} if the samples differ in size, or are empty
 * @see C. Villani, Topics in Optimal Transportation, 2003, section 2.2
 * @example wassersteinDistance([0, 1], [3, 2]) // 2
 */
export function wassersteinDistance(first: ArrayLike<number>, second: ArrayLike<number>): number {
  const count = first.length
  if (count !== second.length || count === 0) {
    throw new RangeError(`samples of equal size are compared, but these have ${count} and ${second.length} values`)
  }
  const [a, b] = [Float64Array.from(first).sort(), Float64Array.from(second).sort()]
  return a.reduce((sum, value, rank) => sum + Math.abs(value - b[rank]!), 0) / count
}

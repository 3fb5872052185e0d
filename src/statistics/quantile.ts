/**
 * The quantile of a sample by linear interpolation between its ordered values: type 7 of Hyndman and Fan (1996), which
 * is the default of NumPy and of R.
 *
 * @param values - at least one value, in any order
 * @param share - of the values that lie below it, from 0 to 1
 * @throws {RangeError} if there is no value, or the share is none
 * @example quantile([1, 2, 4, 3], 0.5) // 2.5, the median
 */
export function quantile(values: ArrayLike<number>, share: number): number {
  if (values.length === 0) throw new RangeError('a quantile needs at least 1 value, but there are none')
  if (!(share >= 0 && share <= 1)) throw new RangeError(`a share must lie in [0, 1], but is ${share}`)
  const ordered = Float64Array.from(values).sort()
  const place = share * (ordered.length - 1)
  const [below, above] = [ordered[Math.floor(place)]!, ordered[Math.ceil(place)]!]
  return below + (above - below) * (place - Math.floor(place))
}

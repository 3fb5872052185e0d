/**
 * Paired differences, first less second.
 *
 * @throws {RangeError} if the arrays differ in length, so that they are not paired
 */
export function differences(first: Float64Array, second: Float64Array): Float64Array {
  if (first.length !== second.length) {
    throw new RangeError(`paired values come in equal numbers, but there are ${first.length} and ${second.length}`)
  }
  return first.map((value, index) => value - second[index]!)
}

/** An array, plain or typed, whose values can be put in another order. */
export interface Reorderable<T> {
  readonly length: number
  [index: number]: T
}

/**
 * Puts the values in a random order, in place, by Fisher and Yates's walk from the last place down to the second:
 * every order is equally likely when `integerBelow` is uniform. One draw is made for each place.
 *
 * @param integerBelow - draws an integer uniformly from [0, bound)
 * @see D. E. Knuth, The Art of Computer Programming, volume 2, section 3.4.2, algorithm P
 */
export function fisherYates<T>(values: Reorderable<T>, integerBelow: (bound: number) => number): void {
  for (let last = values.length - 1; last > 0; last--) {
    const chosen = integerBelow(last + 1)
    const value = values[chosen]!
    values[chosen] = values[last]!
    values[last] = value
  }
}

/**
 * The integers 0 to count − 1 in a random order.
 *
 * @throws {RangeError} if count is not an integer of 0 to 2³¹ − 1
 */
export function randomPermutation(count: number, integerBelow: (bound: number) => number): Int32Array<ArrayBuffer> {
  if (!Number.isInteger(count) || count < 0 || count > 0x7fffffff) {
    throw new RangeError(`a permutation has a count of values, but it is ${count}: give an integer of 0 to 2³¹ − 1`)
  }
  const order = new Int32Array(count)
  for (let index = 0; index < count; index++) order[index] = index
  fisherYates(order, integerBelow)
  return order
}

/**
 * The smallest number, to a relative precision of 1e-6 of its distance from `no`, for which a property holds that stays
 * true for all larger ones.
 *
 * @param no - a number for which it does not hold
 * @param yes - a number for which it does
 * @example firstNumber(0, 9, (x) => x * x >= 2) // 1.414…
 */
export function firstNumber(no: number, yes: number, holds: (x: number) => boolean): number {
  let [low, high] = [no, yes]
  while (high - low > 1e-6 * (high - no)) {
    const middle = (low + high) / 2
    if (holds(middle)) high = middle
    else low = middle
  }
  return high
}

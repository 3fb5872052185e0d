/**
 * The first count for which a property holds that stays true for all larger ones.
 *
 * @param last - counts run from 0 to this
 * @returns last + 1 if it holds for none
 * @example firstCount(100, (count) => count > 9.5) // 10
 */
export function firstCount(last: number, holds: (count: number) => boolean): number {
  let [no, yes] = [-1, last + 1]
  while (yes - no > 1) {
    const middle = (no + yes) >> 1
    if (holds(middle)) yes = middle
    else no = middle
  }
  return yes
}

import { allowance, isClose, type Tolerance } from '../../../src/tolerances.ts'
import { noteDeviation } from '../../gradients/deviation.ts'

/**
 * Where values differ from the expected ones by more than the tolerance: a line for each, and none if all agree. A
 * value that is not finite agrees only with itself.
 */
export function differences(values: ArrayLike<number>, expected: ArrayLike<number>, tolerance: Tolerance): string[] {
  if (values.length !== expected.length) return [`${values.length} values instead of ${expected.length}`]
  return Array.from(values, (value, index) => ({ value, wanted: expected[index]!, index }))
    .filter(({ value, wanted }) => {
      noteDeviation(value, wanted, tolerance)
      return !isClose(value, wanted, tolerance)
    })
    .map(({ value, wanted, index }) => `[${index}]: ${value} is not ${wanted} ± ${allowance(wanted, tolerance)}`)
}

/** The largest absolute value. */
export function largest(values: ArrayLike<number>): number {
  return Array.from(values).reduce((most, value) => Math.max(most, Math.abs(value)), 0)
}

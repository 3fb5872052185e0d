import { expect } from 'vitest'
import { float32Sum, isClose, type Tolerance } from '../../src/tolerances.ts'
import { noteDeviation } from './deviation.ts'
import type { Values } from './twin/field.ts'

/** Asserts that each value is the expected one, within a tolerance of its own. */
export function expectClose(
  what: string,
  values: Values,
  expected: Values,
  toleranceOf: (index: number) => Tolerance,
): void {
  expect(values.length, `count of ${what}`).toBe(expected.length)
  const wrong: string[] = []
  for (let index = 0; index < expected.length; index++) {
    const [value, wanted, tolerance] = [values[index]!, expected[index]!, toleranceOf(index)]
    noteDeviation(value, wanted, tolerance)
    if (!isClose(value, wanted, tolerance)) wrong.push(`[${index}] ${value} is not ${wanted} ± ${tolerance.size}`)
  }
  expect(wrong.slice(0, 5), what).toEqual([])
}

/** The same for sums in float32, whose terms' absolute values add up to the magnitudes: see float32Sum. */
export function expectSums(
  what: string,
  values: Values,
  expected: Values,
  roundings: number,
  magnitudes: Values,
): void {
  expectClose(what, values, expected, (index) => float32Sum(roundings, magnitudes[index]!))
}

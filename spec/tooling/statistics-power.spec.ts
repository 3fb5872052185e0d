import { describe, expect, test } from 'vitest'
import { averageOverSpread, normalBetween, normalOutside } from '../../src/statistics/new-sample.ts'
import { fewestAbove, smallestRateAbove } from '../../src/statistics/rate-power.ts'
import { isClose, tolerances } from '../../src/tolerances.ts'

const closeTo = (value: number, expected: number) => isClose(value, expected, tolerances.quantile)

describe('the average over the standard deviation of a new sample', () => {
  // c₄ of the control charts, √(2 / (n − 1)) · Γ(n / 2) / Γ((n − 1) / 2): for 2, 3 and 4 values.
  test.each([
    [2, Math.sqrt(2 / Math.PI)],
    [3, Math.sqrt(Math.PI) / 2],
    [4, 2 * Math.sqrt(2 / (3 * Math.PI))],
  ])('has the known bias for %d values', (n, expected) => {
    expect(
      closeTo(
        averageOverSpread(n, (ratio) => ratio),
        expected,
      ),
    ).toBe(true)
  })

  test.each([2, 6, 30, 2500, 1e6])('leaves the variance of %d values unbiased', (n) => {
    expect(
      closeTo(
        averageOverSpread(n, () => 1),
        1,
      ),
    ).toBe(true)
    expect(
      closeTo(
        averageOverSpread(n, (ratio) => ratio ** 2),
        1,
      ),
    ).toBe(true)
  })

  test('adds up over the ranges', () => {
    const [below, above] = [{ to: 0.9 }, { from: 0.9 }].map((range) => averageOverSpread(20, () => 1, range))
    expect(closeTo(below! + above!, 1)).toBe(true)
    // χ² of 19 degrees of freedom below 19 · 0.9²: by SciPy.
    expect(closeTo(below!, 0.302491404145585)).toBe(true)
    expect(averageOverSpread(20, () => 1, { from: 50 })).toBe(0)
  })
})

test('the chances of a standard normal value keep their digits in both tails', () => {
  expect(normalBetween({ low: 8, high: 9 })).toBe(normalBetween({ low: -9, high: -8 }))
  // (erfc(8 / √2) − erfc(9 / √2)) / 2, to 13 digits
  expect(closeTo(normalBetween({ low: 8, high: 9 }), 6.219831985866e-16)).toBe(true)
  expect(closeTo(normalBetween({ low: -1, high: 2 }) + normalOutside({ low: -1, high: 2 }), 1)).toBe(true)
})

describe('the smallest rate that lies above a bound', () => {
  test('needs the count that the interval needs', () => {
    expect(fewestAbove(10, 0.5, 0.025)).toBe(9)
    expect(fewestAbove(3, 0.5, 0.025)).toBe(4)
  })

  test('is none if not even a perfect count suffices', () => {
    expect(smallestRateAbove(0.5, 3, 0.025, 0.1)).toBeNull()
    // Only all of 6: 1 − p⁶ = 0.1.
    expect(smallestRateAbove(0.5, 6, 0.025, 0.1)! ** 6).toBeGreaterThanOrEqual(0.9)
    // All of 10, or 9: 1 − p¹⁰ − 10 p⁹ (1 − p) = 0.1.
    const rate = smallestRateAbove(0.5, 10, 0.025, 0.1)!
    expect(10 * rate ** 9 - 9 * rate ** 10).toBeGreaterThanOrEqual(0.9)
    expect(10 * rate ** 9 - 9 * rate ** 10).toBeLessThan(0.90001)
  })
})

import { describe, expect, test } from 'vitest'
import { rateDifference } from '../../src/statistics/rate-difference.ts'
import { isClose, tolerances } from '../../src/tolerances.ts'

describe('the interval of a difference of two rates', () => {
  const [all, none] = [
    { successes: 20, trials: 20 },
    { successes: 0, trials: 30 },
  ]

  test('spends half of the error rate on the bound of each', () => {
    const { low, high } = rateDifference(all, none, 0.02)
    // Of n perfect trials the lower bound is alpha^(1/n), and of n without a success the upper one is its complement.
    expect(isClose(low, 0.01 ** (1 / 20) - (1 - 0.01 ** (1 / 30)), tolerances.quantile)).toBe(true)
    expect(high).toBe(1)
  })

  test('is mirrored when the two change places', () => {
    const { low, high } = rateDifference(all, none, 0.02)
    expect(rateDifference(none, all, 0.02)).toEqual({ low: -high, high: -low })
  })
})

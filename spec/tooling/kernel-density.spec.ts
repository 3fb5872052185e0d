import { describe, expect, test } from 'vitest'
import { kernelDensity, silvermanBandwidth } from '../../src/statistics/kernel-density.ts'
import { quantile } from '../../src/statistics/quantile.ts'
import { isClose, tolerances } from '../../src/tolerances.ts'

const closeTo = (value: number, expected: number) => isClose(value, expected, tolerances.quadrature)

describe('a kernel density', () => {
  test('of one value is the normal density about it', () => {
    const density = kernelDensity([3], 2)
    expect(closeTo(density(3), 1 / (2 * Math.sqrt(2 * Math.PI)))).toBe(true)
    expect(closeTo(density(7) / density(3), Math.exp(-2))).toBe(true)
  })

  test('integrates to 1', () => {
    const density = kernelDensity([-1, 0, 0.5, 4], 0.7)
    // By the trapezoidal rule over 12 deviations beyond the values, where nothing is left.
    const step = 0.01
    let integral = 0
    for (let point = -10; point <= 13; point += step) integral += density(point) * step
    expect(closeTo(integral, 1)).toBe(true)
  })

  test('needs a value and a positive bandwidth', () => {
    expect(() => kernelDensity([], 1)).toThrow('a density needs at least 1 value')
    expect(() => kernelDensity([1], 0)).toThrow('a bandwidth must be positive, but is 0')
  })
})

describe('Silverman’s bandwidth', () => {
  test('takes the lesser of the deviation and the quartiles’ distance over 1.34', () => {
    // Deviation √2.5 = 1.58, quartiles 2 and 4.
    expect(closeTo(silvermanBandwidth([5, 1, 3, 2, 4]), (0.9 * (2 / 1.34)) / 5 ** 0.2)).toBe(true)
    // Deviation √2 = 1.41, quartiles −1 and 1.
    expect(closeTo(silvermanBandwidth([-1, 1]), (0.9 * (1 / 1.34)) / 2 ** 0.2)).toBe(true)
    // Deviation √(4/3) = 1.155, quartiles −1 and 1 over 1.34.
    expect(closeTo(silvermanBandwidth([-1, -1, 1, 1]), (0.9 * Math.sqrt(4 / 3)) / 4 ** 0.2)).toBe(true)
  })

  test('takes the deviation where half of the values are one', () => {
    expect(closeTo(silvermanBandwidth([0, 0, 0, 0, 5]), (0.9 * Math.sqrt(5)) / 5 ** 0.2)).toBe(true)
  })
})

describe('a quantile', () => {
  test('lies between the ordered values by its share', () => {
    expect([0, 0.25, 0.5, 1].map((share) => quantile([4, 1, 3, 2], share))).toEqual([1, 1.75, 2.5, 4])
    expect(quantile(Float32Array.of(10, 9, 100), 0.5)).toBe(10)
  })

  test('needs a value and a share', () => {
    expect(() => quantile([], 0.5)).toThrow('a quantile needs at least 1 value')
    for (const share of [-0.5, 1.5, Number.NaN]) {
      expect(() => quantile([1], share)).toThrow(`a share must lie in [0, 1], but is ${share}`)
    }
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ulpDistance } from '../../src/random/ulp-distance.ts'

test.each([
  [1, 1, 0],
  [0, -0, 0],
  [1, 1 + Number.EPSILON, 1],
  [1, 1 - Number.EPSILON, 2],
  [2, 2 - Number.EPSILON, 1],
  [-1, -1 - 4 * Number.EPSILON, 4],
  [Number.MIN_VALUE, 0, 1],
  [Number.MIN_VALUE, -Number.MIN_VALUE, 2],
  [1, 2, 2 ** 52],
  [Number.NaN, Number.NaN, 0],
  [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0],
  [Number.POSITIVE_INFINITY, Number.MAX_VALUE, Number.POSITIVE_INFINITY],
  [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  [Number.NaN, 1, Number.POSITIVE_INFINITY],
])('from %s to %s it is %s doubles', (a, b, distance) => {
  expect(ulpDistance(a, b)).toBe(distance)
  expect(ulpDistance(b, a)).toBe(distance)
})

test('k steps of one double are a distance of k, for any normal double', () => {
  const significand = fc.integer({ min: 2 ** 52, max: 2 ** 53 - 101 })
  fc.assert(
    fc.property(significand, fc.integer({ min: -1000, max: 900 }), fc.nat({ max: 100 }), (whole, power, steps) => {
      const scale = 2 ** power
      expect(ulpDistance(whole * scale, (whole + steps) * scale)).toBe(steps)
      expect(ulpDistance(-whole * scale, -(whole + steps) * scale)).toBe(steps)
    }),
    { seed: 1 },
  )
})

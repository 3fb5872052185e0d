import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstCount } from '../../src/statistics/first-count.ts'
import { firstNumber } from '../../src/statistics/first-number.ts'

test('the first count with a property is found at both ends and nowhere', () => {
  expect([-1, 0.5, 9, 10].map((bound) => firstCount(10, (count) => count > bound))).toEqual([0, 1, 10, 11])
})

test('the first number with a property is found to a millionth of its distance from a number without it', () => {
  const share = fc.double({ min: 0.001, max: 1, noNaN: true })
  fc.assert(
    fc.property(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 1, max: 1000 }), share, (no, width, part) => {
      const bound = no + part * width
      const found = firstNumber(no, no + width, (x) => x >= bound)
      expect(found).toBeGreaterThanOrEqual(bound)
      expect(found - bound).toBeLessThanOrEqual(1e-6 * (found - no))
    }),
    { seed: 1 },
  )
})

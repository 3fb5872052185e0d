import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { centralDifference, expectDerivative, type Line, remainderOrder } from './derivative.ts'
import { forAny } from './for-any.ts'

const number = fc.double({ min: -3, max: 3, noNaN: true })
const line = fc.tuple(number, number, number, fc.double({ min: 0.1, max: 3, noNaN: true }))

/** a + b·t + c·t² + sin(d·t), whose derivative at 0 is b + d. */
const smooth = ([a, b, c, d]: readonly [number, number, number, number]): Line => ({
  at: (t) => a + b * t + c * t ** 2 + Math.sin(d * t),
  size: Math.abs(a) + 1,
})

describe('a derivative', () => {
  forAny('for any smooth function: passes where it is right', line, (given) => {
    expectDerivative(smooth(given), given[1] + given[3])
  })

  forAny(
    'for any smooth function: is caught where it is a hundredth of one too large or too small',
    fc.tuple(line, fc.constantFrom(-0.01, 0.01)),
    ([given, off]) => {
      const [, b, , d] = given
      expect(() => expectDerivative(smooth(given), b + d + off)).toThrow('is not the central difference')
      expect(remainderOrder({ ...smooth(given) }, b + d + off)).toBeLessThan(1.5)
    },
  )

  test('is exact for the central difference of a straight line, and its remainder infinitely small', () => {
    const straight = { at: (t: number) => 3 + 2 * t, size: 3 }
    expect(centralDifference(straight).value).toBe(2)
    expect(remainderOrder(straight, 2)).toBe(Number.POSITIVE_INFINITY)
  })

  test('at a kink is none', () => {
    for (const slope of [0, 0.5, 1]) {
      expect(() => expectDerivative({ at: (t) => Math.max(0, t), size: 1 }, slope)).toThrow()
    }
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { labelOf } from '../../src/experiments/perceptron/data.ts'
import { angleBetween, hardMarginSolution, isSeparatedBy } from '../../src/experiments/perceptron/geometry.ts'
import { mostUpdates, separablePointArbitrary } from '../../src/experiments/perceptron/theorems.ts'
import { isClose, tolerances } from '../../src/tolerances.ts'

const setArbitrary = fc.array(separablePointArbitrary, { minLength: 1, maxLength: 20 }).map((points) =>
  points.flatMap(([x1, x2]) => {
    const y = labelOf(x1, x2, 'plus-minus-one')
    return [y * x1, y * x2]
  }),
)

function smallestMargin([w1, w2]: readonly [number, number], signed: number[]): number {
  const length = Math.hypot(w1, w2)
  let smallest = Number.POSITIVE_INFINITY
  for (let i = 0; i < signed.length; i += 2)
    smallest = Math.min(smallest, (w1 * signed[i]! + w2 * signed[i + 1]!) / length)
  return smallest
}

describe('the hard-margin solution', () => {
  test('for any separable set: has the margin that it claims, and no other direction has a larger one', () => {
    const directions = Array.from({ length: 360 }, (_, degree) => (degree * Math.PI) / 180)
    const property = fc.property(setArbitrary, (signed) => {
      const solution = hardMarginSolution(signed)!
      const margin = Math.hypot(...solution)
      expect(isClose(smallestMargin(solution, signed), margin, tolerances.hostStatistic)).toBe(true)
      for (const direction of directions) {
        const other = smallestMargin([Math.cos(direction), Math.sin(direction)], signed)
        expect(other).toBeLessThanOrEqual(margin * (1 + tolerances.hostStatistic.size))
      }
    })
    fc.assert(property, { seed: 21, numRuns: 200 })
  })

  test('lies half-way between two points of one length', () => {
    expect(hardMarginSolution([1, 0, 0, -1])).toEqual([0.5, -0.5])
  })

  test('does not exist where no line through the origin separates', () => {
    expect(hardMarginSolution([1, 0, -1, 0])).toBeNull()
    expect(isSeparatedBy([1, -1], [1, 0, 0, 1])).toBe(false)
  })
})

test('angles are those of the plane, and unknown without a direction', () => {
  expect(angleBetween([1, -1], [2, -2])).toBe(0)
  expect(angleBetween([1, 0], [0, 3])).toBe(90)
  expect(angleBetween([1, 0], [-1, 0])).toBe(180)
  expect(angleBetween([0, 0], [1, 0])).toBeNaN()
})

test('from zero weights the bound on the updates is Novikoff’s (R/γ)²', () => {
  const property = fc.property(setArbitrary, (signed) => {
    const margin = Math.hypot(...hardMarginSolution(signed)!)
    let longest = 0
    for (let i = 0; i < signed.length; i += 2) longest = Math.max(longest, Math.hypot(signed[i]!, signed[i + 1]!))
    expect(isClose(mostUpdates([0, 0], signed, 0.01), (longest / margin) ** 2, tolerances.hostStatistic)).toBe(true)
  })
  fc.assert(property, { seed: 22, numRuns: 200 })
})

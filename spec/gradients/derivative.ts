import { expect } from 'vitest'
import { float64UnitRoundoff } from '../../src/tolerances.ts'

/** A function of the way along a direction. */
export interface Line {
  readonly at: (t: number) => number
  /** of the terms that the function adds up: their absolute sum, on which its rounding errors depend */
  readonly size: number
}

/**
 * f'(0) by central differences with a step and its half, whose errors of order step² cancel (Richardson), and how far it
 * may be off. What cancels is the difference of the two, far more than what is left: that, and the rounding of f's values
 * over the step.
 */
export function centralDifference({ at, size }: Line, step = 2 ** -13): { value: number; uncertainty: number } {
  const difference = (h: number) => (at(h) - at(-h)) / (2 * h)
  const [coarse, fine] = [difference(step), difference(step / 2)]
  return { value: fine + (fine - coarse) / 3, uncertainty: Math.abs(fine - coarse) + (rounded * size) / step }
}

/** A sum of some thousand terms, each of some operations: their errors are of either sign, or this would be more. */
const rounded = 1000 * float64UnitRoundoff

/**
 * The order of the Taylor remainder |f(h) − f(0) − h · derivative| as h goes to 0: it is 2 if the derivative is right, or
 * more, and 1 if it is wrong. It is the largest that two neighbours of a ladder of steps show, since at one step the
 * remainder can vanish by chance. A remainder that is lost in the rounding of f is infinitely small.
 */
export function remainderOrder({ at, size }: Line, derivative: number): number {
  const start = at(0)
  const remainders = ladder.map((h) => {
    const remainder = Math.abs(at(h) - start - h * derivative)
    return remainder > rounded * size ? remainder : 0
  })
  const orders = remainders.slice(1).map((remainder, index) => {
    return remainder === 0 ? Number.POSITIVE_INFINITY : Math.log2(remainders[index]! / remainder) / octaves
  })
  return Math.max(...orders)
}

const octaves = 2
const ladder = [10, 12, 14, 16].map((power) => 2 ** -power)

/** Half-way between the order of a right derivative and that of a wrong one. */
const leastOrder = 1.5

/** Asserts that f'(0) is the derivative, by both. */
export function expectDerivative(line: Line, derivative: number): void {
  const { value, uncertainty } = centralDifference(line)
  const distance = Math.abs(derivative - value)
  expect(distance, `${derivative} is not the central difference ${value}`).toBeLessThanOrEqual(uncertainty)
  expect(remainderOrder(line, derivative), 'the order of the Taylor remainder').toBeGreaterThan(leastOrder)
}

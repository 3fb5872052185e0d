import { describe, expect, test } from 'vitest'
import {
  decadesOf,
  reductions,
  shiftOfGradient,
  shiftOfInput,
} from '../../src/experiments/lenet/covariate-shift-comparison.ts'
import { gradientShift } from '../../src/experiments/lenet/gradient-shift.ts'
import { inputShift } from '../../src/experiments/lenet/input-shift.ts'
import type { StepShift } from '../../src/experiments/lenet/internal-covariate-shift.ts'
import { randomStream } from '../../src/random/stream.ts'
import { isClose, tolerances } from '../../src/tolerances.ts'

describe('the shift of an input', () => {
  const before = randomStream('covariate shift', 'inputs').fillNormal(new Float32Array(600), 0, 100).map(Math.round)
  const shift = (after: Float32Array, scale = 1) =>
    inputShift(
      before.map((value) => value * scale),
      after.map((value) => value * scale),
      3,
    )
  const deviations = [0, 1, 2].map((unit) => {
    const values = Array.from(before).filter((_, index) => index % 3 === unit)
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
  })
  const expectClose = (value: number, expected: number) =>
    expect(isClose(value, expected, tolerances.hostStatistic), `${value} is ${expected}`).toBe(true)

  test('is 0 if nothing changes, or only which image has which value', () => {
    expect(shift(before)).toBe(0)
    const turned = before.map((_, index) => before[(index + 3) % before.length]!)
    expect(shift(turned)).toBe(0)
  })

  test('of a unit that moves is the way in standard deviations, and it is averaged over the units', () => {
    const moved = before.map((value, index) => value + (index % 3 === 1 ? 40 : 0))
    expectClose(shift(moved), 40 / deviations[1]! / 3)
  })

  test('sees a change of the spread alone, and no change of a scale that was there before', () => {
    const wider = before.map((value) => 2 * value)
    const sizes = [0, 1, 2].map((unit) => {
      const values = Array.from(before).filter((_, index) => index % 3 === unit)
      return values.reduce((sum, value) => sum + Math.abs(value), 0) / values.length / deviations[unit]!
    })
    expectClose(shift(wider), (sizes[0]! + sizes[1]! + sizes[2]!) / 3)
    expectClose(shift(wider, 8), shift(wider))
  })

  test('is no number where a unit was constant', () => {
    const dead = before.map((value, index) => (index % 3 === 2 ? 5 : value))
    expect(inputShift(dead, dead, 3)).toBeNaN()
  })
})

describe('the shift of a gradient', () => {
  test('has the size of the difference, the size of the first and the cosine of the angle', () => {
    const shift = gradientShift(Float32Array.of(3, 0), Float32Array.of(3, 4))
    expect(shift).toEqual({ difference: 4, norm: 3, cosine: 9 / (3 * 5) })
  })

  test('of a gradient that was 0 has no cosine', () => {
    expect(gradientShift(Float32Array.of(0), Float32Array.of(1))).toEqual({
      difference: 1,
      norm: 0,
      cosine: Number.NaN,
    })
  })
})

describe('the reduction of a shift', () => {
  const stepOf = (...inputs: number[]): StepShift => ({
    step: 1,
    layers: inputs.map((input) => ({ input, gradient: { difference: 2 * input, norm: 20, cosine: 1 } })),
  })

  test('is the mean of logarithms over steps and layers', () => {
    expect(decadesOf([stepOf(1, 100), stepOf(10, 0.1)], shiftOfInput)).toBe(0.5)
    expect(decadesOf([stepOf(10, 1000)], shiftOfGradient)).toBe(1)
  })

  test('is positive where the first net shifts less, in each training by itself', () => {
    const nets = [
      [[stepOf(1)], [stepOf(100)]],
      [[stepOf(100)], [stepOf(10)]],
    ] as const
    expect(reductions(nets, shiftOfInput)).toEqual(Float64Array.of(2, -1))
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawnSplit, type Points } from '../../src/experiments/eggholder/points.ts'
import { scaledSplit } from '../../src/experiments/eggholder/scaled-split.ts'
import { fitScaler, standardised } from '../../src/experiments/eggholder/standard-scaler.ts'
import { randomStream } from '../../src/random/stream.ts'
import { momentsOf } from '../../src/statistics/moments.ts'
import { float32Sum, isClose, tolerances } from '../../src/tolerances.ts'
import { differences } from './keras/differences.ts'

const split = drawnSplit(randomStream('eggholder', 'scaling'), 1000, 250)

describe('points are scaled by the training points alone:', () => {
  const scaled = scaledSplit(split)

  test('an outlier among the test points changes no other value', () => {
    const inputs = Float64Array.of(...split.test.inputs.subarray(2), 1e9, -1e9)
    const targets = Float64Array.of(...split.test.targets.subarray(1), 1e9)
    const beside = scaledSplit({ ...split, test: { inputs, targets } })
    expect(beside.train).toEqual(scaled.train)
    expect(beside.targets).toEqual(scaled.targets)
    expect(beside.test.inputs.slice(0, -2)).toEqual(scaled.test.inputs.slice(2))
    expect(beside.test.targets.slice(0, -1)).toEqual(scaled.test.targets.slice(1))
  })

  test('the same points have the same values in training and test', () => {
    const { train, test } = scaledSplit({ train: split.train, test: split.train })
    expect(test).toEqual(train)
  })

  test('each of their columns has the mean 0 and the standard deviation 1, with n below', () => {
    const inputs = standardised(split.train.inputs, fitScaler(split.train.inputs, 2))
    const targets = standardised(split.train.targets, fitScaler(split.train.targets, 1))
    const axes = [0, 1].map((axis) => inputs.filter((_, index) => index % 2 === axis))
    for (const column of [...axes, targets]) {
      const { mean, variance } = momentsOf(column)
      expect(isClose(1 + mean, 1, tolerances.hostStatistic)).toBe(true)
      expect(isClose(variance, 1, tolerances.hostStatistic)).toBe(true)
    }
  })

  test('a scaled target times the deviation plus the mean is the target again', () => {
    const [mean, deviation] = [scaled.targets.mean[0]!, scaled.targets.deviation[0]!]
    for (const part of ['train', 'test'] as const) {
      for (const [point, value] of scaled[part].targets.entries()) {
        // float32 rounds the scaled value; the roundings of float64 are a billionth of that of this size.
        const rounding = float32Sum(1, Math.abs(value * deviation) + Math.abs(mean))
        expect(differences([value * deviation + mean], [split[part].targets[point]!], rounding)).toEqual([])
      }
    }
  })
})

describe('a constant column is refused', () => {
  test('whatever its value and its length, beside another too', () => {
    const property = fc.property(
      fc.double({ noNaN: true, min: -1e100, max: 1e100 }),
      fc.integer({ min: 1, max: 2000 }),
      (value, rows) => {
        const beside = Float64Array.from({ length: 2 * rows }, (_, index) => (index % 2 === 0 ? index : value))
        expect(() => fitScaler(new Float64Array(rows).fill(value), 1)).toThrow('column 0 is constant')
        expect(() => fitScaler(beside, 2)).toThrow(rows === 1 ? 'column 0 is constant' : 'column 1 is constant')
      },
    )
    fc.assert(property, { seed: 41 })
  })

  test('even where rounding makes a variance of it', () => {
    // Without the bound of scikit-learn this one has the deviation 1.3e-21.
    expect(() => fitScaler(new Float64Array(2 * 29_793).fill(0.1922560737071265), 2)).toThrow('column 0 is constant')
  })

  test('among the training targets; the test targets may be what they like', () => {
    const constant = (of: Points): Points => ({ ...of, targets: of.targets.map(() => 7) })
    expect(() => scaledSplit({ ...split, train: constant(split.train) })).toThrow(RangeError)
    expect(new Set(scaledSplit({ ...split, test: constant(split.test) }).test.targets).size).toBe(1)
  })
})

test('a column with a missing value is refused', () => {
  expect(() => fitScaler(Float64Array.of(1, 2, Number.NaN), 1)).toThrow(RangeError)
})

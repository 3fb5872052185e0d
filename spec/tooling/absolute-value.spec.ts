import { expect, test } from 'vitest'
import { bestConstant, domain, drawPoints, lossOfBestConstant } from '../../src/experiments/absolute-value.ts'
import { randomStream } from '../../src/random/stream.ts'
import { momentsOf } from '../../src/statistics/moments.ts'
import { sampleOf } from '../../src/statistics/sample.ts'
import { meanInterval } from '../../src/statistics/student-t.ts'

test('points of |x| fill both halves of the domain alike', () => {
  const { inputs, targets } = drawPoints(randomStream('absolute value', 'points'), 100_000)
  expect(targets).toEqual(inputs.map(Math.abs))
  expect(Math.max(...targets)).toBeLessThanOrEqual(Math.fround(domain.high))
  for (const [values, mean, variance] of [
    [inputs, 0, 7 / 3],
    [targets, bestConstant, lossOfBestConstant],
  ] as const) {
    const squares = Float64Array.from(values, (value) => (value - mean) ** 2)
    for (const [sample, expected] of [
      [values, mean],
      [squares, variance],
    ] as const) {
      const { low, high } = meanInterval(sampleOf(sample), 1e-6)
      expect(low < expected && expected < high).toBe(true)
    }
  }
})

test('a variance is NumPy’s, the mean square distance from the mean', () => {
  expect(momentsOf(Float64Array.of(1, 2, 6))).toEqual({ mean: 3, variance: 14 / 3 })
  expect(momentsOf(Float64Array.of(1, Number.NaN)).variance).toBeNaN()
})

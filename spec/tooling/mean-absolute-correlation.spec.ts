import { expect, test } from 'vitest'
import { falseDecision } from '../../src/claims/error-budget.ts'
import { randomStream } from '../../src/random/stream.ts'
import { meanAbsoluteCorrelation } from '../../src/statistics/mean-absolute-correlation.ts'
import { sampleOf } from '../../src/statistics/sample.ts'
import { meanInterval } from '../../src/statistics/student-t.ts'
import { isClose, tolerances } from '../../src/tolerances.ts'

const expectClose = (value: number, expected: number) =>
  expect(isClose(value, expected, tolerances.hostStatistic), `${value} is ${expected}`).toBe(true)

test('a variable and its double, its shifted double and its negative correlate fully', () => {
  const x = [1, 2, 4, 8]
  expectClose(meanAbsoluteCorrelation([x, x, x.map((value) => 3 - 2 * value)]), 1)
})

test('variables that are orthogonal about their means do not correlate', () => {
  // The columns of a Hadamard matrix but for the constant one, at some height.
  const columns = [
    [1, -1, 1, -1],
    [1, 1, -1, -1],
    [1, -1, -1, 1],
  ].map((column, index) => column.map((value) => 10 * index + value))
  expectClose(1 + meanAbsoluteCorrelation(columns), 1)
})

test('it is the mean over the pairs: one full pair of three, and two of 1/√2', () => {
  const x = [1, -1, 1, -1, 1, -1, 1, -1]
  const z = [1, 0, 0, -1, 1, 0, 0, -1]
  // Σ x² = 8, Σ z² = 4 and Σ x z = 4.
  expectClose(meanAbsoluteCorrelation([x, x, z]), (1 + 2 * Math.SQRT1_2) / 3)
})

test('of three values in order and the same with two neighbours swapped it is 1/2', () => {
  expectClose(
    meanAbsoluteCorrelation([
      [1, 2, 3],
      [1, 3, 2],
    ]),
    1 / 2,
  )
})

test('of independent normal values it is what chance gives', () => {
  const [pairs, count] = [400, 200]
  const values = Float64Array.from({ length: pairs }, (_, pair) => {
    const stream = randomStream('correlation', 'pair', pair)
    return meanAbsoluteCorrelation([0, 1].map(() => stream.fillNormal(new Float64Array(count))))
  })
  const { low, high } = meanInterval(sampleOf(values), falseDecision)
  const expected = Math.sqrt(2 / (Math.PI * (count - 1)))
  expect(low).toBeLessThan(expected)
  expect(high).toBeGreaterThan(expected)
})

test.each([[[1, 1, 1]], [[0.1, 0.1, 0.1]], [[1, Number.NaN, 2]], [[1, Number.POSITIVE_INFINITY, 2]]])(
  'a variable like %j correlates with nothing',
  (column) => {
    expect(meanAbsoluteCorrelation([column, [1, 2, 4]])).toBeNaN()
  },
)

test('it needs two variables', () => {
  expect(() => meanAbsoluteCorrelation([[1, 2]])).toThrow(
    new RangeError('a correlation needs two variables, but there are 1'),
  )
})

import { expect, test } from 'vitest'
import { elementwiseMean } from '../../src/statistics/elementwise-mean.ts'

test('the mean of several rows is taken at each place', () => {
  const rows = [Float64Array.of(1, -2), Float64Array.of(3, 4), Float64Array.of(8, 1)]
  expect(elementwiseMean(rows)).toEqual(Float64Array.of(4, 1))
})

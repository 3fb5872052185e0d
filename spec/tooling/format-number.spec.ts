import { expect, test } from 'vitest'
import { formatNumber } from '../../src/claims/format-number.ts'

test.each([
  [0.953_449, '0.9534'],
  [-55.0049, '-55'],
  [12.345_678, '12.35'],
  [0.0001, '0.0001'],
  [-0.000_099, '-9.90e-5'],
  [999_000, '999000'],
  [1_000_000, '1.00e+6'],
  [-2_345_678, '-2.35e+6'],
  [0, '0'],
  [null, 'not finite'],
])('the number %s is written as %s', (value, text) => {
  expect(formatNumber(value)).toBe(text)
})

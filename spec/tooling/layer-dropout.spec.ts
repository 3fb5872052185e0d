import { describe, expect, test } from 'vitest'
import { dropoutMask } from '../../src/layers/dropout.ts'
import { randomStream } from '../../src/random/stream.ts'

const count = 100_000
const rates = [0, 0.2, 0.5, 0.9]

describe.each(rates)('a mask at the rate %d', (rate) => {
  const stream = randomStream('dropout', rate)
  const [first, second] = [dropoutMask(stream, rate, count), dropoutMask(stream, rate, count)]

  test('is 0, or what keeps the mean', () => {
    const kept = Math.fround(1 / (1 - rate))
    expect(new Set([...first, ...second])).toEqual(new Set(rate === 0 ? [1] : [0, kept]))
  })

  test('drops the share that the rate says', () => {
    const dropped = first.filter((value) => value === 0).length / count
    // Hoeffding: a fault but for one seed in a million.
    expect(Math.abs(dropped - rate)).toBeLessThanOrEqual(Math.sqrt(Math.log(2e6) / (2 * count)))
  })

  test('is independent of the next one', () => {
    const both = first.filter((value, index) => value === 0 && second[index] === 0).length / count
    expect(Math.abs(both - rate ** 2)).toBeLessThanOrEqual(Math.sqrt(Math.log(2e6) / (2 * count)))
  })
})

test.each([-0.1, 1, Number.NaN])('a rate of %d is refused', (rate) => {
  expect(() => dropoutMask(randomStream('dropout', 'refused'), rate, 1)).toThrow(RangeError)
})

import { describe, expect, test, vi } from 'vitest'
import { dropoutMask } from '../../src/layers/dropout.ts'
import { randomStream } from '../../src/random/stream.ts'

const count = 100_000
const rates = [0, 0.2, 0.5, 0.9]

describe.each(rates)('a mask at the rate %d', (rate) => {
  function draw() {
    const stream = randomStream('dropout', rate)
    return [dropoutMask(stream, rate, count), dropoutMask(stream, rate, count)] as const
  }

  test('is 0, or what keeps the mean', () => {
    const [first, second] = draw()
    const kept = Math.fround(1 / (1 - rate))
    expect(new Set([...first, ...second])).toEqual(new Set(rate === 0 ? [1] : [0, kept]))
  })

  test('drops the share that the rate says', () => {
    const [first] = draw()
    const dropped = first.filter((value) => value === 0).length / count
    // Hoeffding: a fault but for one seed in a million.
    expect(Math.abs(dropped - rate)).toBeLessThanOrEqual(Math.sqrt(Math.log(2e6) / (2 * count)))
  })

  test('is independent of the next one', () => {
    const [first, second] = draw()
    const both = first.filter((value, index) => value === 0 && second[index] === 0).length / count
    expect(Math.abs(both - rate ** 2)).toBeLessThanOrEqual(Math.sqrt(Math.log(2e6) / (2 * count)))
  })
})

test.each([-0.1, 1, Number.NaN])('a rate of %d is refused', (rate) => {
  expect(() => dropoutMask(randomStream('dropout', 'refused'), rate, 1)).toThrow(RangeError)
})

test.each([
  [0, 0],
  [2 ** -34, 0],
  [0.25, 2],
  [0.5, 1],
  [0.1, 31],
  [1 - 2 ** -34, 0],
])('a rate of %d takes %d draws for 32 values', (rate, draws) => {
  const stream = randomStream('dropout', 'draws')
  const integer = vi.fn(stream.integer.bind(stream))
  dropoutMask({ ...stream, integer }, rate, 64)
  expect(integer).toHaveBeenCalledTimes(2 * draws)
})

test('a rate that rounds to 0 keeps all, and one that rounds to 1 drops all', () => {
  const stream = randomStream('dropout', 'rounded')
  expect(new Set(dropoutMask(stream, 2 ** -34, 100))).toEqual(new Set([1]))
  expect(new Set(dropoutMask(stream, 1 - 2 ** -34, 100))).toEqual(new Set([0]))
})

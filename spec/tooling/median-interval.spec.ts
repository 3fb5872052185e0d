import { describe, expect, test } from 'vitest'
import { randomStream } from '../../src/random/stream.ts'
import { medianInterval } from '../../src/statistics/median-interval.ts'

const upTo = (n: number) => Array.from({ length: n }, (_, index) => n - index)

describe('intervals of a median', () => {
  test('have the bounds of the tables, in ordered values', () => {
    // Conover, Practical Nonparametric Statistics, table A3: of 6 values the least is too high with probability 1/64, and
    // the second 7/64; of 10 the second 11/1024, and the third 56/1024.
    expect(medianInterval(upTo(6), 7 / 64)).toEqual({ low: 2, high: 5 })
    expect(medianInterval(upTo(6), 6.9 / 64)).toEqual({ low: 1, high: 6 })
    expect(medianInterval(upTo(10), 56 / 1024)).toEqual({ low: 3, high: 8 })
    expect(medianInterval(upTo(10), 55 / 1024)).toEqual({ low: 2, high: 9 })
  })

  test('are all values where these are too few', () => {
    expect(medianInterval(upTo(3), 1e-6)).toEqual({ low: 1, high: 3 })
    expect(medianInterval([7], 1e-6)).toEqual({ low: 7, high: 7 })
    expect(() => medianInterval([], 0.1)).toThrow('needs at least 1 value')
  })

  test('miss the median of a skewed law as rarely as they say', () => {
    const [runs, alpha] = [1000, 0.05]
    const stream = randomStream('median interval', 'skewed values')
    let missed = 0
    for (let run = 0; run < runs; run++) {
      const values = stream.fillUniform(new Float64Array(15), 0, 1).map((share) => Math.exp(5 * share))
      if (medianInterval(values, alpha).low > Math.exp(2.5)) missed++
    }
    // Fewer than 4 tails of 15 tosses: 0.0176, which the share is within 5 standard deviations of.
    expect(Math.abs(missed / runs - 0.0176)).toBeLessThan(5 * Math.sqrt(0.0176 / runs))
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wassersteinDistance } from '../../src/statistics/wasserstein-distance.ts'
import { isClose, tolerances } from '../../src/tolerances.ts'

describe('the Wasserstein distance', () => {
  test.each([
    { first: [0, 1], second: [3, 2], distance: 2 },
    { first: [1, 2, 3], second: [3, 1, 2], distance: 0 },
    // Same mean, other spread: every value moves by one.
    { first: [-1, 1], second: [-2, 2], distance: 1 },
    // As numbers, and not as words: 9 comes before 10.
    { first: [9, 10], second: [10, 11], distance: 1 },
  ])('of $first and $second is $distance', ({ first, second, distance }) => {
    expect(wassersteinDistance(first, second)).toBe(distance)
  })

  test('is the area between the distribution functions', () => {
    const samples = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), { minLength: 1 })
    fc.assert(
      fc.property(samples, (pairs) => {
        const [first, second] = [0, 1].map((place) => pairs.map((pair) => pair[place]!))
        const below = (values: number[], x: number) => values.filter((value) => value <= x).length / values.length
        const area = Array.from({ length: 10 }, (_, x) => Math.abs(below(first!, x) - below(second!, x)))
        const expected = area.reduce((sum, gap) => sum + gap, 0)
        const distance = wassersteinDistance(first!, second!)
        expect(isClose(distance, expected, tolerances.hostStatistic)).toBe(true)
      }),
      { seed: 1 },
    )
  })

  test('leaves its samples in their order', () => {
    const [first, second] = [Float64Array.of(2, 1), Float64Array.of(4, 3)]
    wassersteinDistance(first, second)
    expect([...first, ...second]).toEqual([2, 1, 4, 3])
  })

  test('of a sample with a value that is no number is none', () => {
    expect(wassersteinDistance([Number.NaN, 1], [1, 2])).toBeNaN()
  })

  test.each([
    [[1, 2], [1]],
    [[], []],
  ])('needs samples of equal size, and not %j and %j', (first, second) => {
    expect(() => wassersteinDistance(first, second)).toThrow(
      new RangeError(`samples of equal size are compared, but these have ${first.length} and ${second.length} values`),
    )
  })
})

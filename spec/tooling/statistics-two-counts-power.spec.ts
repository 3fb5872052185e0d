import { describe, expect, test } from 'vitest'
import { fisherExact } from '../../src/statistics/fisher-exact.ts'
import { missedByFisher } from '../../src/statistics/fisher-power.ts'
import { likelyCounts } from '../../src/statistics/likely-counts.ts'
import { rateDifference } from '../../src/statistics/rate-difference.ts'
import { chanceOfReaching } from '../../src/statistics/rate-difference-power.ts'
import { isClose, tolerances } from '../../src/tolerances.ts'

const close = (value: number, expected: number) => expect(isClose(value, expected, tolerances.quantile)).toBe(true)

describe('the counts that a binomial law gives', () => {
  test('have their chances, far off too', () => {
    const { first, chances, below, above } = likelyCounts(4, 0.25)
    expect([first, chances.length]).toEqual([0, 5])
    for (const [count, ways] of [1, 4, 6, 4, 1].entries())
      close(chances[count]!, ways * 0.25 ** count * 0.75 ** (4 - count))
    close(below(1), 0.75 ** 4)
    close(above(3), 0.25 ** 4)
    expect([below(0), above(4), below(-7), above(9)]).toEqual([0, 0, 0, 0])
    close(below(5), 1)
    close(above(-1), 1)
    // By Python's fractions: of 400 or fewer at one half, of more than 139 at one tenth.
    close(likelyCounts(1000, 0.5).below(401), 1.3642320780330092e-10)
    close(likelyCounts(1000, 0.1).above(139), 3.6326047524636845e-5)
  })

  test('are one alone where nothing is left to chance', () => {
    for (const [rate, count] of [
      [0, 0],
      [1, 9],
    ] as const) {
      const { first, chances } = likelyCounts(9, rate)
      expect([first, ...chances]).toEqual([count, 1])
    }
  })
})

/** The chance that two counts are such, one pair after the other. */
function overAllPairs(
  trials: readonly [number, number],
  rates: readonly [number, number],
  isSuch: (first: number, second: number) => boolean,
): number {
  const [one, other] = [likelyCounts(trials[0], rates[0]), likelyCounts(trials[1], rates[1])]
  let sum = 0
  for (const [i, a] of one.chances.entries()) {
    for (const [j, b] of other.chances.entries()) if (isSuch(one.first + i, other.first + j)) sum += a * b
  }
  return sum
}

test.each([
  [[30, 45], [0.5, 0.5], 0.01],
  [[30, 45], [0.2, 0.7], 1e-4],
  [[45, 30], [0.02, 0.4], 1e-3],
  [[20, 60], [0.99, 0.6], 1e-2],
  [[3, 3], [0, 1], 1e-2],
] as const)(
  'Fisher’s test misses, of trials %j and rates %j at the level %d, what it does pair by pair',
  (trials, rates, level) => {
    const [first, second] = trials
    const isMissed = (a: number, b: number) =>
      fisherExact({ successes: a, trials: first }, { successes: b, trials: second }) >= level
    close(missedByFisher(trials, rates, level), overAllPairs(trials, rates, isMissed))
  },
)

test.each([
  [0.5, [30, 45], 0.5],
  [0.7, [45, 30], 0.1],
  [0.6, [20, 60], 0.9],
  [0.05, [20, 60], 0.5],
  [1.2, [20, 60], 0.5],
] as const)(
  'an interval reaches %d, of trials %j and the rate %d, where it does pair by pair',
  (limit, trials, rate) => {
    const reaches = (a: number, b: number) => {
      const { low, high } = rateDifference(
        { successes: a, trials: trials[0] },
        { successes: b, trials: trials[1] },
        0.01,
      )
      return low <= -limit || high >= limit
    }
    close(chanceOfReaching(limit, trials, rate, 0.01), overAllPairs(trials, [rate, rate], reaches))
  },
)

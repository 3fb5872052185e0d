import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf'
import { describe, expect, test } from 'vitest'
import { falseDecision, lostDecision } from '../../src/claims/error-budget.ts'
import { judgeMedian } from '../../src/claims/judges/median.ts'
import { randomStream } from '../../src/random/stream.ts'
import { clopperPearson } from '../../src/statistics/clopper-pearson.ts'
import { medianPlace } from '../../src/statistics/median-interval.ts'

/** So many values of 1, and others. */
const values = (ones: number, ...others: number[]) => [...Array.from({ length: ones }, () => 1), ...others]
const judge = (given: readonly number[], changes: Partial<Parameters<typeof judgeMedian>[0]> = {}) =>
  judgeMedian({ metric: 'x', values: given, claimed: { above: 0 }, smallestEffect: 0.5, ...changes })

describe('a median is judged by the sign test', () => {
  // At 4e-6 a side, of 40 tosses at most 6 are heads with the probability 4.2e-6, and at most 5 with 6.9e-7.
  test('reproduced with up to 5 of 40 values on the wrong side, however wild, and no more', () => {
    expect(judge(values(35, -1e9, -3, -2, -1, 0)).verdict).toBe('reproduced')
    expect(judge(values(34, -1e9, -4, -3, -2, -1, 0)).verdict).toBe('inconclusive')
  })

  test('refuted with up to 5 of 40 values of interest, on whichever side the others are', () => {
    const small = Array.from({ length: 35 }, () => 0.49)
    expect(judge([...small, ...values(5)]).verdict).toBe('refuted')
    expect(judge([...small.slice(1), ...values(6)]).verdict).toBe('reproduced')
    expect(judge([...small.slice(7), ...values(6, -1, -1, -1, -1, -1, -1)]).verdict).toBe('inconclusive')
    expect(judge(Array.from({ length: 40 }, () => -1)).verdict).toBe('refuted')
  })

  test('from below as from above', () => {
    const below = { claimed: { below: 2 } }
    expect(judge(values(40), below).verdict).toBe('reproduced')
    expect(judge(values(40), { claimed: { below: 1.2 } }).verdict).toBe('refuted')
    expect(judge(values(40), below).bound).toBe(2)
  })

  test('with its interval and with the median as evidence, and in words', () => {
    const given = Array.from({ length: 41 }, (_, index) => index)
    const { evidence, finding, test } = judge(given, { claimed: { above: -10 }, units: 'rounds' })
    expect(evidence).toEqual([{ metric: 'x', value: 20, low: 6, high: 34, unit: '1', n: 41, diverged: 0 }])
    expect(finding).toBe('the median of x is 20 [6, 34]: in 41 of 41 rounds it lies above -10, in 41 by 0.5 or more.')
    expect(test).toBe('sign test of 41 rounds: the median lies above -10, by 0.5 or more to be of interest')
  })

  test('not at all where a value is not finite, or there are too few to decide', () => {
    const lost = judge(values(39, Number.NaN))
    expect([lost.verdict, lost.lost, lost.evidence[0]!.diverged]).toEqual(['inconclusive', 1, 1])
    expect(0.5 ** 17).toBeGreaterThan(falseDecision)
    expect(() => judge(values(17))).toThrow('needs more values than 17')
    expect(judge(values(18)).verdict).toBe('reproduced')
    expect(() => judge(values(40), { smallestEffect: 0 })).toThrow('smallestEffect')
  })
})

// As for the other judges: at an error rate that a simulation can see, with an interval wrong once in a million seeds.
const alpha = 0.02
const simulations = 1500
function shareOf(holds: () => boolean) {
  let count = 0
  for (let simulation = 0; simulation < simulations; simulation++) if (holds()) count++
  return clopperPearson(count, simulations, 1e-6)
}

describe('over fresh values of a skewed law', () => {
  const stream = randomStream('median', 'skewed')
  const skewed = (count: number, median: number) =>
    Array.from(stream.fillNormal(new Float64Array(count)), (value) => median + Math.exp(2 * value) - 1)

  test.each([
    ['no effect', 0, 'reproduced'],
    ['the smallest effect of interest', 0.5, 'refuted'],
  ])('%s is decided wrongly with the claimed error rate at most', (_, median, verdict) => {
    const wrong = shareOf(() => judge(skewed(25, median), { alpha }).verdict === verdict)
    expect(wrong.low).toBeLessThanOrEqual(alpha)
    expect(wrong.high).toBeGreaterThan(alpha / 10)
  })

  // Of 30 values some are on the wrong side, some are of no interest, and as many are of fresh ones.
  test.each([
    ['reproduced', 6, 0],
    ['reproduced', 1, 18],
    ['refuted', 2, 22],
  ])(
    'the chance to miss a verdict is what a simulation finds: %s, with %d against and %d small',
    (pinned, against, small) => {
      const place = (share: number) => 31 * share - 0.5
      const value = (place: number) => (place < against ? -1 : place < against + small ? 0.1 : 1)
      const { verdict, lost } = judge(
        Array.from({ length: 30 }, (_, index) => value(index)),
        { alpha },
      )
      expect(verdict).toBe(pinned)
      const fresh = () => Array.from(stream.fillUniform(new Float64Array(30)), (share) => value(place(share)))
      const missed = shareOf(() => judge(fresh(), { alpha }).verdict !== verdict)
      expect(lost).toBeGreaterThan(missed.low)
      expect(lost).toBeLessThan(missed.high)
    },
  )
})

test('what never was on the wrong side in 50 rounds is missed more rarely than the budget allows', () => {
  expect(judge(values(50)).lost).toBeLessThan(lostDecision)
  expect(judge(values(50)).lost).toBeGreaterThan(0)
  expect(judge(values(40)).lost).toBeGreaterThan(lostDecision)
})

test('the smallest effect that is found is the one at which the chance to miss it falls under the budget', () => {
  const spread = Array.from({ length: 60 }, (_, index) => index)
  const most = medianPlace(60, falseDecision)
  // The k-th of the numbers is k − 1, and lies at k / 61 of its law.
  const onWrongSide = (29.5 - judge(spread).detectable! + 1) / 61
  expect(1 - binomialCdf(most, 60, 0.9999 * onWrongSide)).toBeLessThan(lostDecision)
  expect(1 - binomialCdf(most, 60, 1.0001 * onWrongSide)).toBeGreaterThan(lostDecision)
  // Of 42 values 6 may be on the wrong side, which is enough if in truth none is.
  expect(judge(spread.slice(0, 42)).detectable).toBe(20.5)
  // The least of 18 values that could decide leave no room for a value on the wrong side.
  expect(judge(values(18)).detectable).toBeNull()
})

import { describe, expect, test } from 'vitest'
import { lostDecision } from '../../src/claims/error-budget.ts'
import { type Comparison, judgeAgreement } from '../../src/claims/judges/agreement.ts'
import { randomStream } from '../../src/random/stream.ts'
import { clopperPearson } from '../../src/statistics/clopper-pearson.ts'
import { comparison } from './judges/comparison.ts'

test('rates that differ are missed as often as the surest one, which is named first, and of two alike the first', () => {
  const [less, surest] = [comparison(3450, { metric: 'a' }), comparison(3430, { metric: 'b' })]
  const lost = (...comparisons: Comparison[]) => judgeAgreement({ comparisons }).lost
  expect(lost(surest)).toBeLessThan(lost(surest, comparison(3600)))
  expect(lost(less, surest)).toBe(lost(surest, comparison(3600)))
  const { evidence } = judgeAgreement({ comparisons: [surest, { ...surest, metric: 'c' }, less] })
  expect(evidence.map(({ metric }) => metric)).toEqual(['b', 'c', 'a'])
})

test('a difference is found from that on which all but the share of lost decisions refute', () => {
  const [trials, reference] = [400, { successes: 150, trials: 600 }]
  const of = (successes: number) =>
    judgeAgreement({ comparisons: [comparison(0, { measured: { successes, trials }, reference })] })
  // Rates are taken at (k + ½) / (n + 1).
  const successes = (150.5 / 601 + of(100).detectable!) * (trials + 1) - 0.5
  expect(of(Math.ceil(successes)).lost).toBeLessThanOrEqual(lostDecision)
  expect(of(Math.floor(successes)).lost).toBeGreaterThan(lostDecision)
  const few = comparison(0, { measured: { successes: 1, trials: 2 }, reference: { successes: 1, trials: 2 } })
  expect(judgeAgreement({ comparisons: [few] }).detectable).toBeNull()
})

describe('the chance that fresh counts miss the agreement of two rates', () => {
  const trials = 400
  const stream = randomStream('agreement', 'lost')
  const count = (rate: number) => stream.fillUniform(new Float64Array(trials)).filter((value) => value < rate).length
  const of = (first: number, second: number, resolution: number) => {
    const [measured, reference] = [first, second].map((successes) => ({ successes, trials }))
    return judgeAgreement({ comparisons: [comparison(0, { measured: measured!, reference: reference!, resolution })] })
  }

  test.each([
    ['reproduced', 200, 200, 0.26],
    ['reproduced', 320, 320, 0.21],
    ['refuted', 140, 210, 0.2],
    ['refuted', 210, 140, 0.2],
  ])('is what a simulation finds: %s, %d against %d, resolution %d', (verdict, first, second, resolution) => {
    const judgement = of(first, second, resolution)
    expect(judgement.verdict).toBe(verdict)
    let missed = 0
    for (let run = 0; run < 400; run++) {
      if (of(count(first / trials), count(second / trials), resolution).verdict !== verdict) missed++
    }
    const { low, high } = clopperPearson(missed, 400, 1e-6)
    expect(judgement.lost).toBeGreaterThan(low)
    expect(judgement.lost).toBeLessThan(high)
  })

  // Added up over all pairs of counts by calibration/; a normal value would say 0.037 and 2e-43.
  test.each([
    [25, 95, 0.12094603],
    [10, 130, 4.554215e-20],
  ])('is exact where rates differ: %d of 100 against %d of 150', (first, second, chance) => {
    const pair = { measured: { successes: first, trials: 100 }, reference: { successes: second, trials: 150 } }
    expect(judgeAgreement({ comparisons: [comparison(0, pair)] }).lost / chance).toBeCloseTo(1, 6)
  })

  test('is a number for perfect counts too, and at most 1 for many', () => {
    for (const successes of [0, 400]) expect(of(successes, successes, 0.1).lost).toBeCloseTo(lostDecision / 2, 12)
    const near = Array.from({ length: 4 }, () => comparison(3600, { resolution: 0.029 }))
    expect(judgeAgreement({ comparisons: near })).toMatchObject({ verdict: 'reproduced', lost: 1 })
  })
})

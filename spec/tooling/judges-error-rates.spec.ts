import { expect, test } from 'vitest'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { judgeRate } from '../../src/claims/judges/rate.ts'
import { judgeValue } from '../../src/claims/judges/value.ts'
import { randomStream } from '../../src/random/stream.ts'
import { clopperPearson } from '../../src/statistics/clopper-pearson.ts'

// Judged at an error rate that simulation can see. A rate above what is claimed would show in its exact interval; at
// 1e-6 a side, a true rate is reported as exceeded once in a million changes of the seed.
const alpha = 0.02
const simulations = 1500
// It takes a millisecond to judge, and on a busy machine several times as many.
const timeout = 5000 + 20 * simulations

function shareOf(holds: (simulation: number) => boolean) {
  let count = 0
  for (let simulation = 0; simulation < simulations; simulation++) if (holds(simulation)) count++
  return { count, ...clopperPearson(count, simulations, 1e-6) }
}

test.each([
  ['no effect', 0, 'reproduced'],
  ['the smallest effect of interest', 0.5, 'refuted'],
])('an ordering with %s is decided wrongly with the claimed error rate at most', { timeout }, (_, mean, verdict) => {
  const stream = randomStream('error rates', 'ordering', mean)
  const wrong = shareOf(() => {
    const values = stream.fillNormal(new Float64Array(30), mean)
    return judgeOrdering({ metric: 'x', values, claimed: { above: 0 }, smallestEffect: 0.5, alpha }).verdict === verdict
  })
  expect(wrong.low).toBeLessThanOrEqual(alpha)
  // The bound is reached, not only kept: for normal values the test is exact.
  expect(wrong.high).toBeGreaterThan(alpha / 2)
})

test('a rate at its bound is decided with twice the one-sided error rate at most', () => {
  const stream = randomStream('error rates', 'rate')
  const wrong = shareOf(() => {
    const successes = stream.fillUniform(new Float64Array(200)).filter((value) => value < 0.9).length
    return judgeRate({ metric: 'x', successes, trials: 200, claimed: { above: 0.9 }, alpha }).verdict !== 'inconclusive'
  })
  expect(wrong.low).toBeLessThanOrEqual(2 * alpha)
  expect(wrong.count).toBeGreaterThan(0)
})

test('a true value is called refuted with the claimed error rate at most', { timeout }, () => {
  const stream = randomStream('error rates', 'value')
  const wrong = shareOf(() => {
    const values = stream.fillNormal(new Float64Array(12))
    const judgement = judgeValue({ metric: 'x', values, reported: stream.normal(), resolution: 100, alpha: alpha / 2 })
    return judgement.verdict === 'refuted'
  })
  expect(wrong.low).toBeLessThanOrEqual(alpha)
  expect(wrong.high).toBeGreaterThan(alpha / 2)
})

test('the chance of a missed decision is what a simulation with fresh seeds finds', { timeout }, () => {
  const stream = randomStream('error rates', 'missed')
  const values = () => stream.fillNormal(new Float64Array(100), 0.45)
  const judge = (sample: Float64Array) =>
    judgeOrdering({ metric: 'x', values: sample, claimed: { above: 0 }, smallestEffect: 0.01, alpha })
  const missed = shareOf(() => judge(values()).verdict !== 'reproduced')
  // The sample that has exactly the true mean and spread; its chance is the one to compare.
  const typical = Float64Array.from(
    { length: 100 },
    (_value, index) => 0.45 + (index % 2 === 0 ? 1 : -1) * Math.sqrt(0.99),
  )
  expect(judge(typical).lost).toBeGreaterThan(missed.low)
  expect(judge(typical).lost).toBeLessThan(missed.high)
})

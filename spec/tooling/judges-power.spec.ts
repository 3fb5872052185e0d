import { describe, expect, test } from 'vitest'
import { lostDecision } from '../../src/claims/error-budget.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { judgeRate } from '../../src/claims/judges/rate.ts'
import { judgeValue } from '../../src/claims/judges/value.ts'
import { randomStream } from '../../src/random/stream.ts'
import { clopperPearson } from '../../src/statistics/clopper-pearson.ts'

const alpha = 0.01

/** Values with exactly this mean and this standard deviation. */
function exactly(count: number, mean: number, standardDeviation: number): Float64Array {
  const size = standardDeviation * Math.sqrt((count - 1) / count)
  return Float64Array.from({ length: count }, (_, index) => mean + (index % 2 === 0 ? size : -size))
}

/** How often fresh normal samples miss a verdict, with an interval that is wrong once in a million changes of the seed. */
function missedBySimulation(name: string, count: number, misses: (values: Float64Array) => boolean) {
  const stream = randomStream('power', name)
  let missed = 0
  for (let run = 0; run < 400; run++) if (misses(stream.fillNormal(new Float64Array(count)))) missed++
  return clopperPearson(missed, 400, 1e-6)
}

describe('the chance that a fresh sample misses the verdict on a reported value', () => {
  test.each([
    ['refuted', 3.6, 100],
    ['refuted', 3.2, 100],
    ['reproduced', 0.5, 100],
    ['reproduced', 0, 5.9],
  ])('is what a simulation finds: %s at %d, resolution %d', (verdict, reported, resolution) => {
    const question = { metric: 'x', reported, resolution, alpha }
    const judgement = judgeValue({ ...question, values: exactly(30, 0, 1) })
    const { low, high } = missedBySimulation(`${verdict} ${reported} ${resolution}`, 30, (values) => {
      return judgeValue({ ...question, values }).verdict !== verdict
    })
    expect(judgement.verdict).toBe(verdict)
    expect(judgement.lost).toBeGreaterThan(low)
    expect(judgement.lost).toBeLessThan(high)
  })
})

describe('the chance that a fresh sample misses the verdict on an ordering', () => {
  test.each([
    ['reproduced', 1.6, 0.1],
    ['reproduced', 1.5, 1],
    ['refuted', -0.5, 1],
    ['refuted', 0.6, 2],
  ])('is what a simulation finds: %s at %d, of interest from %d', (verdict, mean, smallestEffect) => {
    const question = { metric: 'x', claimed: { above: 0 }, smallestEffect, alpha }
    const judgement = judgeOrdering({ ...question, values: exactly(8, mean, 1) })
    const { low, high } = missedBySimulation(`${verdict} ${mean} ${smallestEffect}`, 8, (values) => {
      return judgeOrdering({ ...question, values: values.map((value) => mean + value) }).verdict !== verdict
    })
    expect(judgement.verdict).toBe(verdict)
    expect(judgement.lost).toBeGreaterThan(low)
    expect(judgement.lost).toBeLessThan(high)
  })

  // By SciPy 1.17: nct.cdf(t.isf(4e-6, 11), 11, mean √12).
  test.each([
    [4, 1.1797710849280833e-3],
    [5, 1.939217207702468e-6],
  ])('has the tail of the non-central t: a mean of %d standard deviations', (mean, chance) => {
    const question = { metric: 'x', claimed: { above: 0 }, smallestEffect: 1e-3, alpha: 4e-6 }
    expect(judgeOrdering({ ...question, values: exactly(12, mean, 1) }).lost / chance).toBeCloseTo(1, 6)
  })
})

describe('the smallest effect that would be found', () => {
  // At that effect the verdict is missed with the share of the budget for lost decisions, neither more nor less often.
  test('of an ordering', () => {
    const judge = (mean: number) =>
      judgeOrdering({ metric: 'x', values: exactly(100, mean, 1), claimed: { above: 0 }, smallestEffect: 1e-6, alpha })
    const { detectable } = judge(5)
    expect(judge(detectable! * 1.001).lost).toBeLessThan(lostDecision)
    expect(judge(detectable! * 0.98).lost).toBeGreaterThan(lostDecision)
  })

  test.each([{ above: 0.6 }, { below: 0.6 }])('of a rate %j', (claimed) => {
    const judge = (successes: number) => judgeRate({ metric: 'x', successes, trials: 10_000, claimed, alpha })
    const { detectable } = judge(5000)
    const beyond = (distance: number) => Math.round(10_000 * (0.6 + ('above' in claimed ? distance : -distance)))
    expect(judge(beyond(detectable! * 1.02)).lost).toBeLessThan(lostDecision)
    expect(judge(beyond(detectable! * 0.98)).lost).toBeGreaterThan(lostDecision)
  })

  test('of a value', () => {
    const judge = (reported: number) =>
      judgeValue({ metric: 'x', values: exactly(30, 0, 1), reported, resolution: 100, alpha })
    const { detectable } = judge(0)
    expect(judge(detectable! * 1.001).lost).toBeLessThan(lostDecision)
    expect(judge(detectable! * 0.98).lost).toBeGreaterThan(lostDecision)
  })
})

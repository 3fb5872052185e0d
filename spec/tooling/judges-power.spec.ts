import { describe, expect, test } from 'vitest'
import { lostDecision } from '../../src/claims/error-budget.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { judgeRate } from '../../src/claims/judges/rate.ts'
import { judgeValue } from '../../src/claims/judges/value.ts'
import { randomStream } from '../../src/random/stream.ts'
import { clopperPearson } from '../../src/statistics/clopper-pearson.ts'
import { sampleOf } from '../../src/statistics/sample.ts'
import { meanInterval, predictionInterval } from '../../src/statistics/student-t.ts'

const alpha = 0.01

/** Values with exactly this mean and this standard deviation. */
function exactly(count: number, mean: number, standardDeviation: number): Float64Array {
  const size = standardDeviation * Math.sqrt((count - 1) / count)
  return Float64Array.from({ length: count }, (_, index) => mean + (index % 2 === 0 ? size : -size))
}

/**
 * How often fresh normal samples miss a verdict, as their intervals say: a judge would look for the smallest effect too,
 * which takes a hundred times as long. The share has an interval that is wrong once in a million changes of the seed.
 */
function missedBySimulation(name: string, count: number, misses: (values: Float64Array) => boolean) {
  const stream = randomStream('power', name)
  let missed = 0
  for (let run = 0; run < 2000; run++) if (misses(stream.fillNormal(new Float64Array(count)))) missed++
  return clopperPearson(missed, 2000, 1e-6)
}

describe('the chance that a fresh sample misses the verdict on a reported value', () => {
  test.each([
    ['refuted', 3.6, 100, 0],
    ['refuted', -3.6, 100, 0],
    ['refuted', 3.2, 100, 0],
    ['refuted', 6.7, 100, 6],
    ['reproduced', 0.5, 100, 0],
    ['reproduced', 2.3, 100, 0],
    ['reproduced', -2.3, 5.9, 0],
    ['reproduced', 0, 5.9, 0],
    ['reproduced', 2.4, 5.05, 0],
    ['reproduced', 0, 13.2, 6],
  ])(
    'is what a simulation finds: %s at %d, resolution %d, variance %d more',
    (verdict, reported, resolution, extra) => {
      const question = { metric: 'x', reported, resolution, extraVariance: extra, alpha }
      const judgement = judgeValue({ ...question, values: exactly(30, 0, 1) })
      const { low, high } = missedBySimulation(`${verdict} ${reported} ${resolution} ${extra}`, 30, (values) => {
        const interval = predictionInterval(sampleOf(values), alpha, extra)
        const outside = reported < interval.low || reported > interval.high
        return verdict === 'refuted' ? !outside : outside || interval.high - interval.low > resolution
      })
      expect(judgement.verdict).toBe(verdict)
      expect(judgement.lost).toBeGreaterThan(low)
      expect(judgement.lost).toBeLessThan(high)
    },
  )
})

test('a reported value is missed as often in other units', () => {
  const judge = (unit: number, zero: number, reported: number) => {
    const values = exactly(30, 0, 1).map((value) => unit * value + zero)
    return judgeValue({ metric: 'x', values, reported: unit * reported + zero, resolution: unit * 5.9, alpha })
  }
  for (const reported of [2.3, 3.2]) {
    const [one, other] = [judge(1, 0, reported), judge(3, 10, reported)]
    expect(other.lost / one.lost).toBeCloseTo(1, 9)
    expect(other.detectable! / one.detectable!).toBeCloseTo(3, 5)
  }
})

describe('the chance that a fresh sample misses the verdict on an ordering', () => {
  test.each([
    ['reproduced', 1.6, 0.1],
    ['reproduced', 1.5, 1],
    ['reproduced', 1.5, 2.5],
    ['refuted', -0.5, 1],
    ['refuted', 0.6, 2],
  ])('is what a simulation finds: %s at %d, of interest from %d', (verdict, mean, smallestEffect) => {
    const question = { metric: 'x', claimed: { above: 0 }, smallestEffect, alpha }
    const judgement = judgeOrdering({ ...question, values: exactly(8, mean, 1) })
    const { low, high } = missedBySimulation(`${verdict} ${mean} ${smallestEffect}`, 8, (values) => {
      const interval = meanInterval(sampleOf(values.map((value) => mean + value)), alpha)
      const refuted = interval.high < smallestEffect
      return verdict === 'refuted' ? !refuted : refuted || interval.low <= 0
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

describe('the chance that fresh trials miss the verdict on a rate', () => {
  test.each([
    ['reproduced', 170, { above: 0.75 }, 0],
    ['refuted', 130, { above: 0.75 }, 0],
    ['reproduced', 130, { below: 0.75 }, 0],
    ['refuted', 170, { below: 0.75 }, 0],
    ['reproduced', 110, { below: 0.75 }, 20],
  ] as const)(
    'is what a simulation finds: %s by %d of 200, claimed %j, %d without a result',
    (verdict, successes, claimed, diverged) => {
      const judgement = judgeRate({ metric: 'x', trials: 200, claimed, alpha, successes, diverged })
      // Those without a result count for what is the worse.
      const stream = randomStream('power', 'rate', verdict, successes)
      const rate = (successes + diverged) / 200
      const below = judgement.evidence[0]!.high! < 0.75
      let missed = 0
      for (let run = 0; run < 2000; run++) {
        const fresh = stream.fillUniform(new Float64Array(200)).filter((value) => value < rate).length
        const { low, high } = clopperPearson(fresh, 200, alpha)
        if (!(below ? high < 0.75 : low > 0.75)) missed++
      }
      const { low, high } = clopperPearson(missed, 2000, 1e-6)
      expect(judgement.verdict).toBe(verdict)
      expect(judgement.lost).toBeGreaterThan(low)
      expect(judgement.lost).toBeLessThan(high)
    },
  )

  test('counts what has no result as no success above a bound', () => {
    const question = { metric: 'x', trials: 200, successes: 170, claimed: { above: 0.75 }, alpha }
    expect(judgeRate({ ...question, diverged: 20 }).lost).toBe(judgeRate(question).lost)
  })

  test('has no smallest rate that is found, where the trials are too few for any', () => {
    expect(judgeRate({ metric: 'x', trials: 5, successes: 5, claimed: { above: 0.5 } }).detectable).toBeNull()
  })

  test('is finite for a perfect count', () => {
    const question = { metric: 'x', trials: 20, alpha }
    for (const [successes, claimed] of [
      [20, { above: 0.75 }],
      [0, { below: 0.25 }],
    ] as const) {
      const { verdict, lost } = judgeRate({ ...question, successes, claimed })
      expect([verdict, lost > 0, lost < 1]).toEqual(['reproduced', true, true])
    }
  })
})

test('values without any spread miss nothing', () => {
  const values = [5, 5, 5, 5, 5, 5]
  const ordering = { metric: 'x', values, claimed: { above: 0 }, smallestEffect: 1 }
  expect(judgeOrdering(ordering)).toMatchObject({ verdict: 'reproduced', lost: 0, detectable: 0 })
  expect(judgeOrdering({ ...ordering, smallestEffect: 5 })).toMatchObject({ verdict: 'reproduced', lost: 0 })
  expect(judgeValue({ metric: 'x', values, reported: 5, resolution: 100 })).toMatchObject({ lost: 0, detectable: 0 })
  const value = { metric: 'x', values, reported: 5, resolution: 100, extraVariance: 1, alpha }
  // Student's t of 5 degrees of freedom exceeds 3.3649 with a chance of 0.01.
  expect(judgeValue(value)).toMatchObject({ verdict: 'reproduced', lost: 0, detectable: expect.closeTo(3.3649, 4) })
})

describe('the smallest effect that would be found', () => {
  // At that effect the verdict is missed with the share of the budget for lost decisions, neither more nor less often.
  test.each([8, 100])('of an ordering of %d values', (count) => {
    const judge = (mean: number) =>
      judgeOrdering({
        metric: 'x',
        values: exactly(count, mean, 1),
        claimed: { above: 0 },
        smallestEffect: 1e-6,
        alpha,
      })
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

  test.each([8, 30])('of a value, by %d runs', (count) => {
    const judge = (reported: number) =>
      judgeValue({ metric: 'x', values: exactly(count, 0, 1), reported, resolution: 100, alpha })
    const { detectable } = judge(0)
    expect(judge(detectable! * 1.001).lost).toBeLessThan(lostDecision)
    expect(judge(detectable! * 0.98).lost).toBeGreaterThan(lostDecision)
  })
})

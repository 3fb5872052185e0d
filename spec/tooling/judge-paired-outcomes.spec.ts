import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf'
import { describe, expect, test } from 'vitest'
import { falseDecision, lostDecision } from '../../src/claims/error-budget.ts'
import { judgePairedOutcomes } from '../../src/claims/judges/paired-outcomes.ts'
import { randomStream } from '../../src/random/stream.ts'
import { clopperPearson } from '../../src/statistics/clopper-pearson.ts'
import { rateDifference } from '../../src/statistics/rate-difference.ts'

/** Items that have the outcome with both arms, with only one, and with neither. */
function arms(both: number, first: number, second: number, neither: number) {
  const outcomes = (onFirst: boolean) => [
    ...Array<boolean>(both).fill(true),
    ...Array<boolean>(first).fill(onFirst),
    ...Array<boolean>(second).fill(!onFirst),
    ...Array<boolean>(neither).fill(false),
  ]
  return {
    metric: 'difference',
    more: outcomes(true),
    fewer: outcomes(false),
    arms: ['BatchNorm', 'Dropout'] as const,
    items: 'images',
    outcome: 'right',
    smallestEffect: 0.01,
  }
}

/** The chance of so many wins among 60 items that are each won with a rate. */
function chanceOfWins(wins: number, rate: number): number {
  return binomialCdf(wins, 60, rate) - binomialCdf(wins - 1, 60, rate)
}

describe('paired outcomes of two arms', () => {
  test('are decided by the items on which the arms differ', () => {
    expect(judgePairedOutcomes(arms(9000, 600, 200, 200)).verdict).toBe('reproduced')
    expect(judgePairedOutcomes(arms(9000, 200, 600, 200)).verdict).toBe('refuted')
    expect(judgePairedOutcomes(arms(9900, 40, 40, 20)).verdict).toBe('refuted')
    expect(judgePairedOutcomes(arms(9000, 430, 370, 200)).verdict).toBe('inconclusive')
  })

  test('say the same however many items have one outcome with both, but for the size of the difference', () => {
    const [few, many] = [judgePairedOutcomes(arms(10, 60, 0, 10)), judgePairedOutcomes(arms(500, 60, 0, 500))]
    expect([few.verdict, many.verdict]).toEqual(['reproduced', 'reproduced'])
    expect(few.evidence[0]!.value).toBe(60 / 80)
    expect(many.evidence[0]!.value).toBe(60 / 1060)
  })

  test('of arms that agree on every item are no difference, once there are enough of them', () => {
    expect(judgePairedOutcomes(arms(90, 0, 0, 10))).toMatchObject({ verdict: 'inconclusive', detectable: null })
    expect(judgePairedOutcomes(arms(9000, 0, 0, 1000))).toMatchObject({ verdict: 'refuted', detectable: null })
  })

  test('have an interval that holds a difference of interest, even if no item is lost', () => {
    let wrong = 0
    for (let wins = 0; wins < 60; wins++) {
      const judgement = judgePairedOutcomes({ ...arms(60 - wins, wins, 0, 0), smallestEffect: 0.1, alpha: 0.02 })
      if (judgement.verdict === 'refuted') wrong += chanceOfWins(wins, 0.1)
      expect(judgement.evidence[0]!.high).toBeGreaterThan(judgement.evidence[0]!.value!)
    }
    expect(wrong).toBeLessThanOrEqual(0.02)
  })

  test('are decided only if items without an outcome, whatever they were, change nothing', () => {
    const [few, many] = [5, 500].map((count) => Array.from({ length: 10_000 }, (_, item) => item < count))
    const judge = (diverged: boolean[]) => judgePairedOutcomes({ ...arms(9000, 600, 200, 200), diverged })
    expect(judge(few!)).toMatchObject({ verdict: 'reproduced', evidence: [{ diverged: 5 }] })
    const near = (diverged: boolean[]) => judgePairedOutcomes({ ...arms(9000, 570, 390, 40), diverged }).lost
    expect(near(few!)).toBeGreaterThan(near([]))
    expect(judge(many!)).toMatchObject({ verdict: 'inconclusive', lost: 1 })
    const either = judgePairedOutcomes({ ...arms(9900, 40, 40, 20), diverged: many! })
    expect(either).toMatchObject({ verdict: 'inconclusive', lost: 1 })
    expect(either.detectable).toBe(judgePairedOutcomes(arms(9400, 540, 40, 20)).detectable)
    expect(judge(many!).finding).toMatch(/and 500 have no outcome/)
    // An item that one arm alone has stands for nothing if the other arm diverged on it.
    const wins = Array.from({ length: 10_000 }, (_, item) => item >= 9000 && item < 9600)
    expect(judge(wins).evidence[0]!.value).toBe(-200 / 10_000)
  })

  test('need the same items and a positive smallest effect', () => {
    expect(() => judgePairedOutcomes({ ...arms(9, 1, 1, 1), fewer: [true] })).toThrow('on 12 and 1')
    expect(() => judgePairedOutcomes(arms(0, 0, 0, 0))).toThrow('on 0 and 0')
    expect(() => judgePairedOutcomes({ ...arms(9, 1, 1, 1), diverged: [true] })).toThrow('the same items')
    expect(() => judgePairedOutcomes({ ...arms(9, 1, 1, 1), smallestEffect: -1 })).toThrow('but is -1')
  })

  test('call equal arms different with the claimed error rate at most', () => {
    const alpha = 0.02
    let wrong = 0
    for (let wins = 0; wins <= 60; wins++) {
      const { verdict } = judgePairedOutcomes({ ...arms(500, wins, 60 - wins, 20), alpha })
      if (verdict === 'reproduced') wrong += chanceOfWins(wins, 0.5)
    }
    expect(wrong).toBeLessThanOrEqual(alpha)
    expect(wrong).toBeGreaterThan(alpha / 2)
  })
})

describe('the chance that fresh items miss the verdict on paired outcomes', () => {
  test.each([
    ['reproduced', 64, 36, 1e-4],
    ['reproduced', 140, 60, 0.114],
    ['reproduced', 600, 100, 0.54],
    ['refuted', 100, 100, 0.05],
    ['refuted', 40, 90, 0.01],
  ])(
    'is what a simulation finds: %s by %d against %d of 1000, of interest from %d',
    (verdict, first, second, smallestEffect) => {
      const alpha = 0.02
      const judgement = judgePairedOutcomes({ ...arms(0, first, second, 1000 - first - second), smallestEffect, alpha })
      expect(judgement.verdict).toBe(verdict)
      const stream = randomStream('paired outcomes', verdict, first)
      let missed = 0
      for (let run = 0; run < 1000; run++) {
        const drawn = stream.fillUniform(new Float64Array(1000)).map((share) => 1000 * share)
        const wins = drawn.filter((place) => place < first).length
        const losses = drawn.filter((place) => place >= first && place < first + second).length
        const { high } = rateDifference({ successes: wins, trials: 1000 }, { successes: losses, trials: 1000 }, alpha)
        const refuted = high < smallestEffect
        const more = clopperPearson(wins, wins + losses, alpha).low > 0.5
        if (verdict === 'refuted' ? !refuted : refuted || !more) missed++
      }
      const { low, high } = clopperPearson(missed, 1000, 1e-6)
      expect(judgement.lost).toBeGreaterThan(low)
      expect(judgement.lost).toBeLessThan(high)
    },
  )
})

test('the smallest difference that is found is the first whose sign the budget for lost decisions allows to miss', () => {
  const needed = Array.from({ length: 101 }, (_, wins) => clopperPearson(wins, 100, falseDecision).low > 0.5).indexOf(
    true,
  )
  const missed = (wins: number) => binomialCdf(needed - 1, 100, wins / 100)
  const wins = (judgePairedOutcomes(arms(0, 70, 30, 900)).detectable! * 1000 + 100) / 2
  expect(missed(wins)).toBeLessThanOrEqual(lostDecision)
  expect(missed(wins - 1)).toBeGreaterThan(lostDecision)
  // The fewest items that decide leave no room for a loss, and fewer find nothing.
  expect(judgePairedOutcomes(arms(0, 18, 0, 82)).detectable).toBe(0.18)
  expect(judgePairedOutcomes(arms(0, 17, 0, 83)).detectable).toBeNull()
})

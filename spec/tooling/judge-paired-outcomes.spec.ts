import { describe, expect, test } from 'vitest'
import { judgePairedOutcomes } from '../../src/claims/judges/paired-outcomes.ts'
import { randomStream } from '../../src/random/stream.ts'
import { clopperPearson } from '../../src/statistics/clopper-pearson.ts'

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
    const stream = randomStream('paired outcomes', 'interest')
    let wrong = 0
    for (let simulation = 0; simulation < 1000; simulation++) {
      const wins = stream.fillUniform(new Float64Array(60)).filter((value) => value < 0.1).length
      const judgement = judgePairedOutcomes({ ...arms(60 - wins, wins, 0, 0), smallestEffect: 0.1, alpha: 0.02 })
      if (judgement.verdict === 'refuted') wrong++
      expect(judgement.evidence[0]!.high).toBeGreaterThan(judgement.evidence[0]!.value!)
    }
    // A true rate within the claim is called exceeded once in a million changes of the seed.
    expect(clopperPearson(wrong, 1000, 1e-6).low).toBeLessThanOrEqual(0.02)
  })

  test('are decided only if items without an outcome, whatever they were, change nothing', () => {
    const [few, many] = [5, 500].map((count) => Array.from({ length: 10_000 }, (_, item) => item < count))
    const judge = (diverged: boolean[]) => judgePairedOutcomes({ ...arms(9000, 600, 200, 200), diverged })
    expect(judge(few!)).toMatchObject({ verdict: 'reproduced', evidence: [{ diverged: 5 }] })
    const near = (diverged: boolean[]) => judgePairedOutcomes({ ...arms(9000, 570, 390, 40), diverged }).lost
    expect(near(few!)).toBeGreaterThan(near([]))
    expect(judge(many!)).toMatchObject({ verdict: 'inconclusive', lost: 1 })
    expect(judge(many!).finding).toMatch(/and 500 have no outcome/)
    // An item that one arm alone has stands for nothing if the other arm diverged on it.
    const wins = Array.from({ length: 10_000 }, (_, item) => item >= 9000 && item < 9600)
    expect(judge(wins).evidence[0]!.value).toBe(-200 / 10_000)
  })

  test('need the same items and a positive smallest effect', () => {
    expect(() => judgePairedOutcomes({ ...arms(9, 1, 1, 1), fewer: [true] })).toThrow('on 12 and 1')
    expect(() => judgePairedOutcomes({ ...arms(9, 1, 1, 1), diverged: [true] })).toThrow('the same items')
    expect(() => judgePairedOutcomes({ ...arms(9, 1, 1, 1), smallestEffect: -1 })).toThrow('but is -1')
  })

  test('call equal arms different with the claimed error rate at most', () => {
    const alpha = 0.02
    const stream = randomStream('paired outcomes', 'equal')
    let wrong = 0
    for (let simulation = 0; simulation < 2000; simulation++) {
      const wins = stream.fillUniform(new Float64Array(60)).filter((value) => value < 0.5).length
      if (judgePairedOutcomes({ ...arms(500, wins, 60 - wins, 20), alpha }).verdict === 'reproduced') wrong++
    }
    // A true rate within the claim is called exceeded once in a million changes of the seed.
    expect(clopperPearson(wrong, 2000, 1e-6).low).toBeLessThanOrEqual(alpha)
    expect(wrong).toBeGreaterThan(0)
  })
})

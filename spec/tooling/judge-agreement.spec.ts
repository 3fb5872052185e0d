import { describe, expect, test } from 'vitest'
import { lostDecision, share } from '../../src/claims/error-budget.ts'
import { judgeAgreement } from '../../src/claims/judges/agreement.ts'
import { comparison } from './judges/comparison.ts'

describe('the agreement of two experiments', () => {
  test('is reproduced by rates that are close and well known, within one claim’s share of the budget', () => {
    const judgement = judgeAgreement({ comparisons: [comparison(3600), comparison(3620)] })
    expect(judgement.verdict).toBe('reproduced')
    expect(judgement.alpha + judgement.lost).toBeLessThanOrEqual(share)
    expect(judgement.detectable).toBeLessThan(0.1)
  })

  test('is refuted by a single rate that differs, which the finding names', () => {
    const judgement = judgeAgreement({ comparisons: [comparison(3600), comparison(3300, { metric: 'share_asleep' })] })
    expect(judgement).toMatchObject({ verdict: 'refuted', evidence: [{ metric: 'share_asleep' }, {}] })
    expect(judgement.finding).toMatch(/1 differ; the least likely pair is share_asleep, 0.825 of 4000 against 0.9 of/)
  })

  test('is inconclusive if a difference of interest may be there', () => {
    const rough = comparison(18, { measured: { successes: 18, trials: 20 } })
    expect(judgeAgreement({ comparisons: [comparison(3600), rough] })).toMatchObject({
      verdict: 'inconclusive',
      lost: 1,
    })
  })

  test('needs something to compare, and a resolution', () => {
    expect(() => judgeAgreement({ comparisons: [] })).toThrow('has none')
    expect(() => judgeAgreement({ comparisons: [comparison(3600, { resolution: 0 })] })).toThrow('resolution')
  })

  test('is not reproduced if the difference may be too large on either side alone', () => {
    const reference = { successes: 50_000, trials: 100_000 }
    for (const successes of [230, 270]) {
      const aside = comparison(successes, { measured: { successes, trials: 500 }, reference, resolution: 0.14 })
      expect(judgeAgreement({ comparisons: [aside] }).verdict).toBe('inconclusive')
    }
    const between = comparison(250, { measured: { successes: 250, trials: 500 }, reference, resolution: 0.14 })
    expect(judgeAgreement({ comparisons: [between] }).verdict).toBe('reproduced')
  })

  // Of 200 trials each: 147 against 100 have Fisher's chance 1.94e-6, and 146 against 100 have 3.34e-6.
  test('is refuted where equal rates would give such a pair with half the budget for lost decisions, shared by all', () => {
    const pair = (successes: number) =>
      comparison(0, { measured: { successes, trials: 200 }, reference: { successes: 100, trials: 200 }, resolution: 1 })
    const judge = (...successes: number[]) => judgeAgreement({ comparisons: successes.map(pair) }).verdict
    expect(lostDecision / 2).toBeCloseTo(2e-6, 12)
    expect(judge(147)).toBe('refuted')
    expect(judge(146)).not.toBe('refuted')
    expect(judge(147, 100)).not.toBe('refuted')
    expect(judge(149, 100)).toBe('refuted')
  })
})

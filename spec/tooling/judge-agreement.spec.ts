import { describe, expect, test } from 'vitest'
import golden from '../../fixtures/statistics/golden.json' with { type: 'json' }
import { share } from '../../src/claims/error-budget.ts'
import { type Comparison, judgeAgreement } from '../../src/claims/judges/agreement.ts'
import { randomStream } from '../../src/random/stream.ts'
import { clopperPearson } from '../../src/statistics/clopper-pearson.ts'
import { fisherExact } from '../../src/statistics/fisher-exact.ts'
import { isClose, tolerances } from '../../src/tolerances.ts'

const comparison = (successes: number, changes: Partial<Comparison> = {}): Comparison => ({
  metric: 'share_dead',
  measured: { successes, trials: 4000 },
  reference: { successes: 90_000, trials: 100_000 },
  resolution: 0.1,
  ...changes,
})

describe('Fisher’s exact test', () => {
  test('has the tails of SciPy', () => {
    const different = golden.fisherExact.filter(({ first, second, value }) => {
      return !isClose(fisherExact(first, second), value, tolerances.quantile)
    })
    expect(golden.fisherExact).toHaveLength(12)
    expect(different).toEqual([])
  })

  test('takes the two counts in any order, and refuses what no experiment gives', () => {
    const [few, many] = [
      { successes: 3, trials: 20 },
      { successes: 400, trials: 1000 },
    ]
    expect(isClose(fisherExact(few, many), fisherExact(many, few), tolerances.quantile)).toBe(true)
    expect(() => fisherExact({ successes: 5, trials: 4 }, many)).toThrow('are 5 of 4')
  })

  test('calls equal rates different with the claimed error rate at most', () => {
    const stream = randomStream('agreement', 'equal')
    const count = (trials: number) => ({
      successes: stream.fillUniform(new Float64Array(trials)).filter((value) => value < 0.9).length,
      trials,
    })
    let wrong = 0
    for (let run = 0; run < 1000; run++) if (fisherExact(count(100), count(300)) < 0.05) wrong++
    // A true rate within the claim is called exceeded once in a million changes of the seed.
    expect(clopperPearson(wrong, 1000, 1e-6).low).toBeLessThanOrEqual(0.05)
    expect(wrong).toBeGreaterThan(0)
  })
})

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
})

import { describe, expect, test } from 'vitest'
import { lostDecision } from '../../src/claims/error-budget.ts'
import type { Verdict } from '../../src/claims/verdict.ts'
import { claimsJson, type ReportedClaim } from '../../src/report/claims-json.ts'
import { verdictTable } from '../../src/report/over-seeds/seed-tables.ts'
import { isSteady, isUnsafe, isUnsteady, verdictsOverSeeds } from '../../src/report/over-seeds/verdicts-over-seeds.ts'
import { reported, run } from './report/small-report.ts'

const reportsOf = (...claims: ReportedClaim[]) =>
  claims.map((claim, index) => claimsJson({ ...run, seed: `seed ${index}` }, [claim]))
const judged = (verdict: Verdict, twin: Verdict = 'reproduced') =>
  reported({ judgement: { verdict }, record: { twin: { changed: 'points: 1', verdict: twin } } })

describe('a claim over seeds', () => {
  test('is steady if each seed has the pinned verdict, and each twin another', () => {
    const [claim] = verdictsOverSeeds(reportsOf(judged('refuted'), judged('refuted', 'inconclusive')))
    expect(claim).toMatchObject({ claim: 'P1.3 (as-assigned, far points)', pinned: 'refuted', runs: 2, asPinned: 2 })
    expect(isSteady(claim!)).toBe(true)
  })

  test.each([
    ['flipped', judged('reproduced')],
    ['lost', judged('inconclusive')],
    ['twinsKept', judged('refuted', 'refuted')],
    ['otherwiseRed', { ...judged('refuted'), passed: false }],
    // Its experiment threw.
    ['otherwiseRed', { ...reported({ record: { judgement: null, outcome: null, twin: null } }), passed: false }],
  ] as const)('is %s in as many runs as it was', (count, odd) => {
    const [claim] = verdictsOverSeeds(reportsOf(judged('refuted'), odd, odd))
    expect(claim![count]).toBe(2)
    expect([isSteady(claim!), isUnsteady(claim!)]).toEqual([false, true])
    const { flipped, lost, twinsKept, otherwiseRed, notRun } = claim!
    expect(flipped + lost + twinsKept + otherwiseRed + notRun).toBe(2)
  })

  const pinned = { quick: { inconclusive: 'Too few.' }, full: 'refuted' } as const
  test.each([
    ['notRun', reported({ record: { judgement: null, outcome: 'not-run' } }), judged('refuted')],
    [
      'notTried',
      reported({ frontMatter: { pinned }, record: { judgement: null, outcome: 'inconclusive', twin: null } }),
      reported({ frontMatter: { pinned }, judgement: { verdict: 'inconclusive' } }),
    ],
  ] as const)('that is %s has not flipped, and is steady only if another seed judged it', (count, odd, other) => {
    const [claim] = verdictsOverSeeds(reportsOf(odd, other))
    expect(claim).toMatchObject({ [count]: 1, asPinned: 1, flipped: 0, lost: 0 })
    expect(isSteady(claim!)).toBe(true)
    const [unjudged] = verdictsOverSeeds(reportsOf(odd))
    expect([isSteady(unjudged!), isUnsteady(unjudged!)]).toEqual([false, false])
    expect(verdictTable([unjudged!], 1)).toContain(
      '0 claims are as pinned with every seed that they were judged with, and 1',
    )
  })

  test('is missed too often if the reports of ten seeds and more say so in the median', () => {
    const [safe, unsafe] = [lostDecision / 2, 2 * lostDecision].map((lost) =>
      reported({ judgement: { verdict: 'refuted', lost } }),
    )
    const over = (seeds: number, unsafeOnes: number) =>
      verdictsOverSeeds(
        reportsOf(...Array.from({ length: seeds }, (_, index) => (index < unsafeOnes ? unsafe! : safe!))),
      )[0]!
    expect([over(10, 4), over(10, 6), over(9, 9)].map(isUnsafe)).toEqual([false, true, false])
    // Runs without its data say nothing of that.
    const absent = reported({ record: { judgement: null, outcome: 'not-run' } })
    const seldom = [...Array.from({ length: 11 }, () => absent), ...Array.from({ length: 10 }, () => unsafe!)]
    expect(isUnsafe(verdictsOverSeeds(reportsOf(...seldom))[0]!)).toBe(true)
    expect(verdictsOverSeeds(reportsOf(absent))[0]).toMatchObject({ medianLost: null, mostLost: null })
    expect(verdictTable([over(10, 6)], 10)).toMatch(/ 1 would be missed too often\.$/)
  })

  test('is a row of the table, whose last line counts the flips', () => {
    const unsafe = reported({ judgement: { verdict: 'refuted', lost: 3e-7 } })
    const claims = verdictsOverSeeds(reportsOf(judged('refuted'), unsafe, judged('reproduced')))
    const table = verdictTable(claims, 2)
    expect(table).toContain(
      '| P1.3 (as-assigned, far points) | refuted | 2 | 1 | 0 | 0 | 0 | 0 | 0 | 2.00e-7 | 3.00e-7 |',
    )
    expect(table).toContain('1 claims over 2 fresh seeds: 1 verdicts flipped, 0 were lost')
  })
})

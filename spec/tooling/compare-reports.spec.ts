import { describe, expect, test } from 'vitest'
import type { Evidence } from '../../src/claims/evidence.ts'
import type { Verdict } from '../../src/claims/verdict.ts'
import { claimsJson, type ReportedClaim, type RunDescription } from '../../src/report/claims-json.ts'
import { compareReports } from '../../src/report/compare/compare-reports.ts'
import { reported, run, theorem } from './report/small-report.ts'

const report = (claims: readonly ReportedClaim[], changes: Partial<RunDescription> = {}) =>
  claimsJson({ ...run, ...changes }, claims)
const judged = (verdict: Verdict) => reported({ judgement: { verdict } })
const red = (claim: ReportedClaim) => ({ ...claim, passed: false })
const mean = (value: number, changes: Partial<Evidence> = {}) =>
  reported({
    judgement: {
      evidence: [{ metric: 'mean', value, low: 1, high: 3, unit: '1', n: 9, diverged: 0, ...changes }],
    },
  })

/** How the one claim of two reports differs: what a gate should stop at in capital letters. */
function differences(before: ReportedClaim[], after: ReportedClaim[], changes: Partial<RunDescription> = {}) {
  const { changes: found } = compareReports(report(before), report(after, changes))
  return found.map(({ difference, regressed }) => (regressed ? difference.toUpperCase() : difference))
}

test('two equal reports differ in nothing', () => {
  const one = report([reported(), theorem('reproduced', 1000)])
  expect(compareReports(one, one)).toEqual({ changes: [], notes: [], compared: 2 })
})

describe('of verdicts', () => {
  test.each([
    ['refuted', 'reproduced', 'FLIPPED'],
    ['reproduced', 'refuted', 'FLIPPED'],
    ['refuted', 'inconclusive', 'LOST'],
    ['inconclusive', 'refuted', 'decided'],
  ] as const)('%s after %s is %s', (before, after, difference) => {
    expect(differences([judged(before)], [judged(after)])).toEqual([difference])
  })

  test('one that was not run has lost its evidence, unless the report is partial', () => {
    const notRun = reported({ record: { judgement: null, outcome: 'not-run' } })
    expect(differences([reported()], [notRun])).toEqual(['LOST'])
    expect(differences([reported()], [notRun], { partial: true })).toEqual([])
    expect(differences([reported()], [red(notRun)], { partial: true })).toEqual(['LOST'])
  })

  test('one that is the same is a regression if its gate is newly red', () => {
    expect(differences([reported()], [red(reported())])).toEqual(['RED'])
    expect(differences([red(reported())], [red(reported())])).toEqual([])
    expect(differences([judged('inconclusive')], [red(judged('refuted'))])).toEqual(['DECIDED'])
  })

  test('it is said whether they are pinned so', () => {
    const [flipped] = compareReports(report([reported()]), report([judged('reproduced')])).changes
    expect(flipped).toMatchObject({
      claim: 'P1.3 (as-assigned, far points)',
      words: 'refuted → reproduced, pinned refuted',
    })
    const back = compareReports(report([judged('reproduced')]), report([reported()])).changes
    expect(back[0]!.words).toBe('reproduced → refuted, as it is pinned now')
  })
})

describe('of claims', () => {
  test('one that vanished is a regression, and one that is added is none', () => {
    expect(differences([reported()], [])).toEqual(['VANISHED'])
    expect(differences([], [reported()])).toEqual(['added'])
  })

  test('a partial report was not asked for what it lacks, unless a spec failed to load', () => {
    expect(differences([reported()], [], { partial: true, notLoaded: [reported().file] })).toEqual(['VANISHED'])
    const { changes, notes } = compareReports(report([reported()]), report([], { partial: true }))
    expect(changes).toEqual([])
    expect(notes).toEqual(['The new report is partial: one claim was not run for it.'])
  })
})

describe('of metrics', () => {
  test('a mean may differ by the tolerance of a statistic, and nothing that is replayed', () => {
    expect(differences([mean(2)], [mean(2 * (1 + 1e-12))])).toEqual([])
    expect(differences([mean(2)], [mean(2 * (1 + 1e-6))])).toEqual(['METRIC'])
    expect(differences([theorem('reproduced', 1000)], [theorem('reproduced', 1000 + 2 ** -40)])).toEqual(['METRIC'])
  })

  test('the words tell rounding from another value', () => {
    const words = (value: number) => compareReports(report([mean(2)]), report([mean(value)])).changes[0]!.words
    expect(words(2.5)).toBe(
      'mean: obtained 2.5, expected 2, difference 0.5, allowed 2.00e-9 1, inside the earlier interval [1, 3]',
    )
    expect(words(4)).toContain('outside the earlier interval')
  })

  test('one that vanished, is new or has diverged is out of tolerance', () => {
    const unlike = compareReports(report([mean(2)]), report([mean(2, { metric: 'median' })])).changes
    expect(unlike.map(({ words }) => words)).toEqual(['median: new, obtained 2', 'mean: vanished, expected 2'])
    const diverged = { value: null, low: null, high: null, diverged: 1 }
    expect(differences([mean(2)], [mean(2, diverged)])).toEqual(['METRIC'])
  })

  test('times are not compared', () => {
    expect(differences([mean(2, { unit: 's' })], [mean(9, { unit: 's' })])).toEqual([])
  })

  test.each([
    [{ seed: 'another' }, 'seed (homework-2, another)'],
    [{ scale: 'full' as const }, 'scale (quick, full)'],
    [{ backend: { ...run.backend, name: 'cpu' as const } }, 'engine (wasm, cpu)'],
  ])('none are compared between runs that differ in %o, and that is said', (changes, words) => {
    const { changes: found, notes } = compareReports(report([mean(2)]), report([mean(9)], changes))
    expect(found).toEqual([])
    expect(notes).toEqual([`Only verdicts are compared, and no metrics: the runs differ in ${words}.`])
  })
})

import { describe, expect, test } from 'vitest'
import { falseDecision } from '../../src/claims/error-budget.ts'
import { exactEvidence } from '../../src/claims/evidence.ts'
import { claimsJson } from '../../src/report/claims-json.ts'
import { inWords } from '../../src/report/in-words.ts'
import { reported, run } from './report/small-report.ts'

describe('the report', () => {
  test('does not depend on the order in which specs end', () => {
    const claims = ['convergence', 'accuracy', 'far points'].map((part) => reported({ frontMatter: { part } }))
    expect(claimsJson(run, claims)).toEqual(claimsJson(run, [...claims].reverse()))
  })

  test('carries what a claim said, as other tools read it', () => {
    const [entry] = claimsJson(run, [reported()]).claims
    expect(entry).toMatchObject({
      reported: '0.505',
      reportedValue: 0.505,
      verdict: 'refuted',
      pinned: 'refuted',
      alpha: falseDecision,
      lost: 1e-7,
      twin: { changed: 'epochs: 10000', verdict: 'reproduced' },
      figures: ['figures/P1.3-as-assigned-far-points/boundaries.svg'],
      captions: ['What boundaries.svg shows.'],
    })
  })

  test('adds up what decided claims spend of the error budget, and nothing for others', () => {
    const claims = [reported(), reported({ judgement: { verdict: 'inconclusive' } })]
    expect(claimsJson(run, claims).errorBudget.spent).toBe(falseDecision + 1e-7)
    // The estimate would be another in each run.
    const timed = exactEvidence('difference', 1, 's')
    const inSeconds = reported({ judgement: { lost: 0.9, evidence: [timed] } })
    expect(claimsJson(run, [...claims, inSeconds]).errorBudget.spent).toBe(falseDecision + 1e-7)
  })

  test('calls a claim whose experiment ended in an error not run', () => {
    const failed = { ...reported({ record: { outcome: null, judgement: null, twin: null } }), passed: false }
    expect(claimsJson(run, [failed]).claims[0]).toMatchObject({ verdict: 'not-run', passed: false, evidence: [] })
  })
})

test('people read the names of metrics as words', () => {
  expect(inWords('hinge_test_accuracy is 0.9; a_1 _ is')).toBe('hinge test accuracy is 0.9; a 1 _ is')
})

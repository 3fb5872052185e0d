import { describe, expect, test } from 'vitest'
import { falseDecision } from '../../src/claims/error-budget.ts'
import type { ClaimRecord } from '../../src/claims/record.ts'
import { claimsJson, type ReportedClaim, type RunDescription } from '../../src/report/claims-json.ts'
import { claimsMarkdown } from '../../src/report/claims-markdown.ts'
import { terminalTable } from '../../src/report/terminal-table.ts'

const run: RunDescription = {
  scale: 'quick',
  seed: 'homework-2',
  partial: false,
  commit: null,
  wallSeconds: 1,
  backend: {
    name: 'wasm',
    device: 'CPU, one thread, SIMD',
    package: '@tensorflow/tfjs-backend-wasm',
    version: '4.22.0',
  },
  data: { mnist: 'absent', mnistDigest: null },
}

function reported(part: string, changes: Partial<ClaimRecord> = {}): ReportedClaim {
  const record: ClaimRecord = {
    frontMatter: {
      id: 'P1.3',
      reading: 'as-assigned',
      part,
      kind: 'ordering',
      scope: 'the method',
      statement: 'Hinge loss is better',
      source: 'Problem 1, question 3',
      reported: { text: '0.505', value: 0.505 },
      pinned: { quick: 'refuted', full: 'refuted' },
      explanation: 'It is <b>undertrained</b> | [really](https://example.org).',
    },
    outcome: 'refuted',
    notRun: null,
    judgement: {
      verdict: 'refuted',
      test: 't-test',
      alpha: falseDecision,
      lost: 1e-7,
      detectable: 0.01,
      evidence: [{ metric: 'difference', value: -0.1, low: -0.2, high: -0.05, unit: '1', n: 9, diverged: 0 }],
      finding: 'The difference is -0.1.',
    },
    twin: { changed: 'epochs: 10000', verdict: 'reproduced' },
    figures: ['boundaries.svg'],
    snapshot: 'compared',
    data: null,
    engine: null,
    ...changes,
  }
  return { record, file: 'spec/1-perceptron/x.spec.ts', seconds: 1, passed: true }
}

describe('the report', () => {
  test('does not depend on the order in which specs end', () => {
    const claims = ['convergence', 'accuracy', 'far points'].map((part) => reported(part))
    expect(claimsJson(run, claims)).toEqual(claimsJson(run, [...claims].reverse()))
  })

  test('carries what a claim said, as other tools read it', () => {
    const [entry] = claimsJson(run, [reported('far points')]).claims
    expect(entry).toMatchObject({
      reported: '0.505',
      reportedValue: 0.505,
      verdict: 'refuted',
      pinned: 'refuted',
      alpha: falseDecision,
      twin: { changed: 'epochs: 10000', verdict: 'reproduced' },
      figures: ['figures/P1.3-as-assigned-far-points/boundaries.svg'],
    })
  })

  test('adds up what decided claims spend of the error budget, and nothing for others', () => {
    const undecided = reported('accuracy', {
      judgement: { ...reported('any').record.judgement!, verdict: 'inconclusive' },
    })
    expect(claimsJson(run, [reported('fit'), undecided]).errorBudget.spent).toBe(falseDecision + 1e-7)
  })

  test('calls a claim whose experiment ended in an error not run', () => {
    const failed = { ...reported('fit', { outcome: null, judgement: null, twin: null }), passed: false }
    expect(claimsJson(run, [failed]).claims[0]).toMatchObject({ verdict: 'not-run', passed: false, evidence: [] })
  })
})

test('markup in a claim stays text in Markdown, and its cells stay cells', () => {
  const markdown = claimsMarkdown(claimsJson(run, [reported('fit')]))
  expect(markdown).toContain('It is \\<b\\>undertrained\\</b\\> \\| \\[really\\]')
})

test('the terminal says what ran, what was passed over, and what is red', () => {
  const flipped = { ...reported('fit', { outcome: 'reproduced' }), passed: false }
  const passedOver = [{ name: 'tensorflow' as const, reason: 'not installed' }]
  const text = terminalTable(claimsJson(run, [reported('accuracy'), flipped]), { engine: 'wasm', passedOver })
  expect(text).toContain('2 claims at quick scale, seed homework-2: 1 reproduced, 1 refuted; 1 red.')
  expect(text).toContain('Engine: wasm (CPU, one thread, SIMD), @tensorflow/tfjs-backend-wasm 4.22.0.')
  expect(text).toContain('Passed over tensorflow: not installed.')
  expect(text).toContain('pinned refuted')
})

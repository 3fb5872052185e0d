import { falseDecision } from '../../../src/claims/error-budget.ts'
import type { FrontMatter } from '../../../src/claims/front-matter.ts'
import type { Judgement } from '../../../src/claims/judgement.ts'
import type { ClaimRecord } from '../../../src/claims/record.ts'
import type { ReportedClaim, RunDescription } from '../../../src/report/claims-json.ts'

/** A run of the machinery's own specs: nothing was trained. */
export const run: RunDescription = {
  scale: 'quick',
  seed: 'homework-2',
  partial: false,
  notLoaded: [],
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

const frontMatter: FrontMatter = {
  id: 'P1.3',
  reading: 'as-assigned',
  part: 'far points',
  kind: 'ordering',
  scope: 'the method',
  statement: 'Hinge loss is better',
  source: 'Problem 1, question 3',
  reported: { text: '0.505', value: 0.505 },
  pinned: { quick: 'refuted', full: 'refuted' },
  explanation: 'It is <b>undertrained</b> | [really](https://example.org).',
}

const judgement: Judgement = {
  verdict: 'refuted',
  test: 't-test',
  alpha: falseDecision,
  lost: 1e-7,
  detectable: 0.01,
  evidence: [
    { metric: 'hinge_minus_perceptron', value: -0.1, low: -0.2, high: -0.05, unit: '1', n: 9, diverged: 0 },
    { metric: 'hinge_angle', value: 12.345678, low: null, high: null, unit: 'degree', n: 1, diverged: 0 },
  ],
  finding: 'hinge_minus_perceptron is -0.1.',
}

/** A claim as the reporter would meet it, with parts of it replaced. */
export function reported(
  changes: { frontMatter?: Partial<FrontMatter>; judgement?: Partial<Judgement>; record?: Partial<ClaimRecord> } = {},
): ReportedClaim {
  const record: ClaimRecord = {
    frontMatter: { ...frontMatter, ...changes.frontMatter },
    scale: run.scale,
    seed: run.seed,
    outcome: changes.judgement?.verdict ?? 'refuted',
    notRun: null,
    judgement: { ...judgement, ...changes.judgement },
    twin: { changed: 'epochs: 10000', verdict: 'reproduced' },
    figures: ['boundaries.svg'],
    snapshot: 'compared',
    data: null,
    engine: null,
    ...changes.record,
  }
  const captions = record.figures.map((name) => `What ${name} shows.`)
  return { record, file: 'spec/1-perceptron/x.spec.ts', seconds: 1, passed: true, failures: [], captions }
}

/** A theorem that was judged. */
export function theorem(verdict: 'reproduced' | 'refuted', cases: number): ReportedClaim {
  const evidence = [{ metric: 'cases_that_hold', value: cases, low: null, high: null, unit: '1', n: 1, diverged: 0 }]
  return reported({
    frontMatter: { kind: 'theorem', part: verdict, pinned: { quick: verdict, full: verdict } },
    judgement: { verdict, evidence },
  })
}

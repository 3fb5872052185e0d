import { afterEach, describe, expect, test, vi } from 'vitest'
import { exactEvidence } from '../../src/claims/evidence.ts'
import { claimsJson } from '../../src/report/claims-json.ts'
import { faultsOfRun } from '../../src/report/faults-of-run.ts'
import { reported, run } from './report/small-report.ts'

afterEach(() => void vi.unstubAllEnvs())

const faultsOf = (claims: Parameters<typeof claimsJson>[1], changes: Partial<typeof run> = {}) =>
  faultsOfRun(claimsJson({ ...run, ...changes }, claims), { allowSynthetic: false })

describe('what is wrong with a run as a whole', () => {
  test('is nothing where each claim is judged once, within the error budget', () => {
    expect(faultsOf([reported(), reported({ frontMatter: { part: 'other' } })])).toEqual([])
  })

  test('is a claim that stands in two specs, and a file without one', () => {
    const other = { ...reported(), file: 'spec/1-perceptron/y.spec.ts' }
    expect(faultsOf([reported(), other], { notLoaded: ['spec/1-perceptron/z.spec.ts'] })).toEqual([
      'The claim P1.3 (as-assigned, far points) stands in 2 specs: spec/1-perceptron/x.spec.ts, spec/1-perceptron/y.spec.ts.',
      'No claim can be judged by spec/1-perceptron/z.spec.ts: it failed outside its tests, or states none.',
    ])
  })

  test('is in CI a claim without its data, but not one whose test was filtered out', () => {
    vi.stubEnv('CI', '1')
    const unjudged = { judgement: null, twin: null }
    const withoutData = reported({ record: { ...unjudged, outcome: 'not-run', notRun: 'MNIST is not here.' } })
    expect(faultsOf([withoutData])).toEqual([expect.stringContaining('one claim was not run for want of MNIST')])
    expect(faultsOf([reported({ record: { ...unjudged, outcome: null } })])).toEqual([])
  })

  test('is an overspent error budget, with the default seed and not for seconds', () => {
    const wasteful = { lost: 0.002 }
    expect(faultsOf([reported({ judgement: wasteful })])).toEqual([
      'The error budget is overspent: 0.002004 of 0.001, most of it by P1.3 (as-assigned, far points) 0.002004.',
    ])
    expect(faultsOf([reported({ judgement: wasteful })], { seed: 'fresh' })).toEqual([])
    const timed = exactEvidence('difference', 1, 's')
    expect(faultsOf([reported({ judgement: { ...wasteful, evidence: [timed] } })])).toEqual([])
  })
})

import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Verdict } from '../../src/claims/verdict.ts'
import { claimsJson, type ReportedClaim } from '../../src/report/claims-json.ts'
import { metricsOverSeeds } from '../../src/report/over-seeds/metrics-over-seeds.ts'
import { metricTable, verdictTable } from '../../src/report/over-seeds/seed-tables.ts'
import { storedMetrics } from '../../src/report/over-seeds/stored-metrics.ts'
import { isSteady, verdictsOverSeeds } from '../../src/report/over-seeds/verdicts-over-seeds.ts'
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
  ] as const)('is %s in as many runs as it was', (count, odd) => {
    const [claim] = verdictsOverSeeds(reportsOf(judged('refuted'), odd, odd))
    expect(claim![count]).toBe(2)
    expect(isSteady(claim!)).toBe(false)
    const { flipped, lost, twinsKept, otherwiseRed } = claim!
    expect(flipped + lost + twinsKept + otherwiseRed).toBe(2)
  })

  test('has not flipped where it could not be run', () => {
    const notRun = reported({ record: { judgement: null, outcome: 'not-run' } })
    const [claim] = verdictsOverSeeds(reportsOf(judged('refuted'), notRun))
    expect(claim).toMatchObject({ notRun: 1, flipped: 0, lost: 0 })
    expect(isSteady(claim!)).toBe(true)
  })

  test('is a row of the table, whose last line counts the flips', () => {
    const claims = verdictsOverSeeds(reportsOf(judged('refuted'), judged('reproduced')))
    const table = verdictTable(claims, 2)
    expect(table).toContain('| P1.3 (as-assigned, far points) | refuted | 1 | 1 | 0 | 0 | 0 | 0 | 1.00e-7 |')
    expect(table).toContain('1 claims over 2 fresh seeds: 1 verdicts flipped, 0 were lost')
  })
})

describe('a stored metric over seeds', () => {
  const mean = (value: number) =>
    reported({ judgement: { evidence: [{ metric: 'mean', value, low: 0, high: 9, unit: 's', n: 9, diverged: 0 }] } })
  const stored = { name: 'mean', unit: '1', value: 4, tolerance: { kind: 'abs', size: 1 } } as const

  test('has its values, how many are inside its tolerance, and its own place among them', () => {
    const [metric] = metricsOverSeeds(reportsOf(mean(1), mean(2), mean(3)), () => [stored])
    // Mean 2 and deviation 1: a fourth draw has the deviation √(4 / 3) around the mean.
    expect(metric).toMatchObject({ values: [1, 2, 3], inside: 1, allowance: 1 })
    expect(metric!.place).toBeCloseTo(2 / Math.sqrt(4 / 3), 12)
    expect(metricTable([metric!])).toContain('| mean | 1 | 4 | 1 | 2 | 1 | 1 | 3 | 1 of 3 | 1.7 |')
  })

  test('has no place where all seeds give one value', () => {
    const [metric] = metricsOverSeeds(reportsOf(mean(4), mean(4)), () => [stored])
    expect(metric).toMatchObject({ inside: 2, place: null })
    expect(metricTable([metric!])).toContain('1 stored metrics: 1 are the same with every seed; of 0 that vary')
  })

  test('is read from the file that Vitest has written', () => {
    const root = fileURLToPath(new URL('../../', import.meta.url))
    const lane = { compared: true, name: 'wasm-quick' } as const
    const metrics = storedMetrics(root, 'spec/4-eggholder/two-nets-lie-beyond-the-drawn-axis.spec.ts', lane)
    expect(metrics.map(({ name }) => name)).toEqual(['nets_beyond_the_axis', 'most_parameters'])
    expect(storedMetrics(root, 'spec/4-eggholder/none.spec.ts', lane)).toEqual([])
  })
})

import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { claimsJson, type ReportedClaim } from '../../src/report/claims-json.ts'
import { metricsOverSeeds } from '../../src/report/over-seeds/metrics-over-seeds.ts'
import { metricTable } from '../../src/report/over-seeds/seed-tables.ts'
import { storedMetrics } from '../../src/report/over-seeds/stored-metrics.ts'
import { reported, run } from './report/small-report.ts'

const reportsOf = (...claims: ReportedClaim[]) =>
  claims.map((claim, index) => claimsJson({ ...run, seed: `seed ${index}` }, [claim]))

describe('a stored metric over seeds', () => {
  const mean = (value: number) =>
    reported({ judgement: { evidence: [{ metric: 'mean', value, low: 0, high: 9, unit: 's', n: 9, diverged: 0 }] } })
  const stored = { name: 'mean', unit: '1', value: 4, tolerance: { kind: 'abs', size: 1 } } as const

  test('has its values, how many are inside its tolerance, and its own place among them', () => {
    const [metric] = metricsOverSeeds(reportsOf(mean(1), mean(2), mean(3)), 'wasm', () => [stored])
    // Mean 2 and deviation 1: a fourth draw has the deviation √(4 / 3) around the mean.
    expect(metric).toMatchObject({ values: [1, 2, 3], inside: 1, allowance: 1 })
    expect(metric!.place).toBeCloseTo(2 / Math.sqrt(4 / 3), 12)
    expect(metricTable([metric!])).toContain('| mean | 1 | 4 | 1 | 2 | 1 | 1 | 3 | 1 of 3 | 1.7 |')
  })

  test('has no place where all seeds give one value', () => {
    const [metric] = metricsOverSeeds(reportsOf(mean(4), mean(4)), 'wasm', () => [stored])
    expect(metric).toMatchObject({ inside: 2, place: null })
    expect(metricTable([metric!])).toContain(
      '1 stored metrics: 1 lie within their tolerance with every seed; of 0 that vary',
    )
  })

  test('is not compared with what another engine gives', () => {
    expect(metricsOverSeeds(reportsOf(mean(4)), 'cpu', () => [stored])).toEqual([])
  })

  test('is read from the file that Vitest has written', () => {
    const root = fileURLToPath(new URL('../../', import.meta.url))
    const lane = { compared: true, name: 'wasm-quick' } as const
    const metrics = storedMetrics(root, 'spec/4-eggholder/two-nets-lie-beyond-the-drawn-axis.spec.ts', lane)
    expect(metrics.map(({ name }) => name)).toEqual(['nets_beyond_the_axis', 'most_parameters'])
    expect(storedMetrics(root, 'spec/4-eggholder/none.spec.ts', lane)).toEqual([])
  })
})

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { growth, growthSentence } from '../../endurance/flatness.ts'
import { keepSeedRun, keptSeedRuns, type SeedRun } from '../../endurance/kept-seed-runs.ts'
import { runTable } from '../../endurance/over-seeds.ts'
import { claimsJson } from '../../src/report/claims-json.ts'
import { reported, run } from './report/small-report.ts'
import { temporaryFolder } from './run-store/temporary-folder.ts'

const spent = { commit: 'abc', seconds: 61.25, peakBytes: 3 * 2 ** 20 }
const passed: SeedRun = { ...spent, code: 0, seed: 'one', report: claimsJson(run, [reported()]) }
const killed: SeedRun = { ...spent, code: null, seed: 'two', report: null }

test('growth compares the medians of two halves, and the middle run is in both', () => {
  expect(growth([1, 2, 9, 2, 3, 9])).toBe(1.5)
  expect(growth([1, 2, 3, 4, 50])).toBe(2)
  expect(growth([7])).toBe(1)
  expect(growthSentence({ time: 1.05, memory: 2 })).toBe(
    'Second half of the runs to the first, by their medians: time 1.050, memory 2.000; at most 1.1 is flat.',
  )
})

test('a run under a fresh seed has a row with what it took, also where it left no report', () => {
  expect(runTable([passed], [killed]).split('\n').slice(2)).toEqual([
    '| 1 | one | pass | 1 | 61.3 | 3.0 MiB |',
    '| 2 | two | FAIL | no report | 61.3 | 3.0 MiB |',
  ])
})

test('only the runs that were made in a row tell whether time and memory grow', () => {
  const slow = { ...passed, seconds: 6000 }
  const grown = { ...passed, seconds: 122.5, peakBytes: 6 * 2 ** 20 }
  expect(runTable([slow], [passed, grown])).toContain('Of the last 2, which ran in a row: ')
  expect(runTable([slow], [passed, grown])).toContain('time 2.000, memory 2.000')
})

test('runs are kept, red ones and those without a report too, but for other commits and what was kept by half', () => {
  const folder = join(temporaryFolder(), 'over-seeds')
  expect(keptSeedRuns(folder, 'abc')).toEqual([])
  for (const each of [passed, killed, { ...passed, seed: 'older', commit: 'def' }]) keepSeedRun(folder, each)
  keepSeedRun(folder, { ...passed, seed: 'half' })
  rmSync(join(folder, 'half', 'run.json'))
  expect(keptSeedRuns(folder, 'abc')).toEqual([passed, killed])
  expect(keptSeedRuns(folder, null)).toEqual([])
})

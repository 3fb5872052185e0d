import { spawnSync } from 'node:child_process'
import { utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { growth, growthSentence } from '../../endurance/flatness.ts'
import {
  keepSeedRun,
  keptSeedRuns,
  parseSeedRun,
  type SeedRun,
  type SeedRunKey,
} from '../../endurance/kept-seed-runs.ts'
import { runTable } from '../../endurance/over-seeds.ts'
import { HomeworkError } from '../../src/homework-error.ts'
import { claimsJson } from '../../src/report/claims-json.ts'
import { forAny } from '../gradients/for-any.ts'
import { mutationsOf, textOfAnyKind } from './fuzz/any-text.ts'
import { attempt } from './fuzz/attempt.ts'
import { reported, run } from './report/small-report.ts'
import { temporaryFolder } from './run-store/temporary-folder.ts'

const root = join(import.meta.dirname, '..', '..')
const key: SeedRunKey = { sources: 'abc', scale: 'quick', backend: 'wasm', node: 'v20.0.0', words: ['P1'] }
const report = claimsJson(run, [reported()])
const green: SeedRun = { code: 0, seed: 'one', seconds: 61.25, peakBytes: 3 * 2 ** 20, report }
const red: SeedRun = { ...green, code: 1, seed: 'two' }

test('growth compares the medians of two halves, and the middle run is in both', () => {
  expect(growth([1, 2, 9, 2, 3, 9])).toBe(1.5)
  expect(growth([1, 2, 3, 4, 50])).toBe(2)
  expect(growth([7])).toBe(1)
  expect(growth([0, 0, 0, 0])).toBe(1)
  expect(growth([0, 0, 1, 1])).toBe(Number.POSITIVE_INFINITY)
  expect(growthSentence({ time: 1.05, memory: 2 })).toBe(
    'Second half of the runs to the first, by their medians: time 1.050, memory 2.000; at most 1.1 is flat.',
  )
})

test('a run under a fresh seed has a row with what it took', () => {
  expect(runTable([green], [red]).split('\n').slice(2)).toEqual([
    '| 1 | one | pass | 1 | 61.3 | 3.0 MiB |',
    '| 2 | two | FAIL | 1 | 61.3 | 3.0 MiB |',
  ])
})

test('only the runs that were made in a row tell whether time and memory grow', () => {
  const grown = { ...green, seconds: 122.5, peakBytes: 6 * 2 ** 20 }
  const table = runTable([{ ...green, seconds: 6000 }], [green, grown])
  expect(table).toContain('Of the last 2, which ran in a row: ')
  expect(table).toContain('time 2.000, memory 2.000')
})

describe('kept runs', () => {
  test('are those of the same sources, scale, engine and claims, red ones too, in their order', () => {
    const folder = join(temporaryFolder(), 'over-seeds')
    expect(keptSeedRuns(folder, key)).toEqual([])
    for (const each of [green, red]) keepSeedRun(folder, key, each)
    utimesSync(join(folder, 'two.json'), 0, 0)
    const others: Partial<SeedRunKey>[] = [
      { sources: 'def' },
      { scale: 'full' },
      { backend: 'cpu' },
      { node: 'v24.0.0' },
      { words: [] },
    ]
    for (const other of others) keepSeedRun(folder, { ...key, ...other }, { ...green, seed: JSON.stringify(other) })
    expect(keptSeedRuns(folder, key)).toEqual([red, green])
  })

  test('are none where the sources were changed since their commit', () => {
    const folder = temporaryFolder()
    keepSeedRun(folder, { ...key, sources: null }, { ...green, seed: 'changed' })
    expect(keptSeedRuns(folder, { ...key, sources: null })).toEqual([])
  })

  test('are refused by the name of the file that is none', () => {
    const folder = temporaryFolder()
    const damaged = join(folder, 'damaged.json')
    writeFileSync(damaged, '{"seed":"one"}')
    expect(() => keptSeedRuns(folder, key)).toThrow(new HomeworkError(refusal(damaged)))
  })

  forAny(
    'of any text are read, or refused by a HomeworkError that names the file',
    fc.oneof(mutationsOf(JSON.stringify({ key, ...green }), ['null', '[]', '{}', '1e999']), textOfAnyKind, fc.json()),
    (text) => {
      const read = attempt(() => parseSeedRun('some.json', text))
      if (read instanceof Error) expect(read).toEqual(new HomeworkError(refusal('some.json')))
      else expect(read.report.claims).toBeInstanceOf(Array)
    },
    { cost: 0.2 },
  )
})

function refusal(path: string): string {
  return `${path} is no run under a seed of its own as this version keeps it. Remove it.`
}

// Starts a process, which a busy machine is slow at.
test.each([
  [
    'HOMEWORK_SEED',
    'mine',
    /^HOMEWORK_SEED=mine is set, but here each run draws a seed of its own\. Unset HOMEWORK_SEED\.$/,
  ],
  ['HOMEWORK_BACKEND', '../x', /^HOMEWORK_BACKEND="..\/x" is not allowed\. The values are: auto, /],
  ['HOMEWORK_RESUME', 'yes', /^HOMEWORK_RESUME="yes" is not allowed\. /],
])('claims over seeds are not begun with %s=%s', { timeout: 60_000 }, (name, value, message) => {
  const { HOMEWORK_SEED: _, ...environment } = process.env
  const { status, stderr } = spawnSync(process.execPath, ['endurance/run.mjs', 'claims:seeds', '1', 'P1.4'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...environment, [name]: value },
  })
  expect(status).toBe(1)
  expect(stderr.trim()).toMatch(message)
})

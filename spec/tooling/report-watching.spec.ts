import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Vitest } from 'vitest/node'
import { ClaimsReporter } from '../../src/report/reporter.ts'
import { readSwitches } from '../../src/switches.ts'
import { reported } from './report/small-report.ts'

const root = realpathSync(mkdtempSync(join(tmpdir(), 'watching-')))
const { exitCode } = process

beforeEach(() => {
  mkdirSync(root, { recursive: true })
  for (const method of ['log', 'error'] as const) vi.spyOn(console, method).mockImplementation(() => {})
  process.exitCode = undefined
})

afterEach(() => {
  rmSync(root, { recursive: true, force: true })
  vi.restoreAllMocks()
  process.exitCode = exitCode
})

/** A module as Vitest tells of it, with one claim that passed and drew nothing. */
function moduleOf(file: string) {
  const allTests = () => [
    {
      meta: () => ({ claim: reported({ record: { figures: [] } }).record }),
      annotations: () => [],
      diagnostic: () => ({ duration: 1 }),
      result: () => ({ state: 'passed' }),
      options: { mode: 'run' },
    },
  ]
  return { moduleId: join(root, file), errors: () => [], state: () => 'passed', children: { allTests } }
}

/** Ends one run after the other, each with the given files, as watch mode does. */
function exitCodesAfter(...runs: string[][]) {
  let modules: ReturnType<typeof moduleOf>[] = []
  const reporter = new ClaimsReporter(root, readSwitches({}), { engine: 'cpu', passedOver: [] })
  reporter.onInit({ state: { getTestModules: () => modules } } as unknown as Vitest)
  return runs.map((files) => {
    modules = files.map(moduleOf)
    reporter.onTestRunStart([])
    reporter.onTestRunEnd([], [])
    return process.exitCode
  })
}

test('a fault that a later run of watch mode has mended leaves no exit code behind', () => {
  expect(exitCodesAfter(['a.ts', 'b.ts'], ['a.ts'], ['a.ts', 'b.ts'])).toEqual([1, undefined, 1])
})

test('a failure that is not the report’s own keeps its exit code', () => {
  process.exitCode = 3
  expect(exitCodesAfter(['a.ts', 'b.ts'], ['a.ts'])).toEqual([1, 3])
})

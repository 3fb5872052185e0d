import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Verdict } from '../../src/claims/verdict.ts'
import { claimsJson } from '../../src/report/claims-json.ts'
import type { GitHub } from '../../src/report/compare/base-report.ts'
import { compareCommand } from '../../src/report/compare/command.ts'
import { reported, run } from './report/small-report.ts'
import { temporaryFolder } from './run-store/temporary-folder.ts'

const said: string[] = []

beforeEach(() => {
  said.length = 0
  for (const method of ['log', 'error'] as const) {
    vi.spyOn(console, method).mockImplementation((text) => said.push(stripVTControlCharacters(text)))
  }
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

const textOf = (verdict: Verdict, part = 'far points') =>
  JSON.stringify(claimsJson(run, [reported({ judgement: { verdict }, frontMatter: { part } })]))

/** Two files in a temporary folder, which is the job summary's too. */
function files(before: string, after: string): [string, string] {
  const folder = temporaryFolder()
  vi.stubEnv('GITHUB_STEP_SUMMARY', join(folder, 'summary.md'))
  writeFileSync(join(folder, 'old.json'), before)
  writeFileSync(join(folder, 'new.json'), after)
  return [join(folder, 'old.json'), join(folder, 'new.json')]
}

describe('the command that compares two reports', () => {
  test('ends with 0 if nothing has changed, and says so', () => {
    expect(compareCommand(files(textOf('refuted'), textOf('refuted')))).toBe(0)
    expect(said.join('\n')).toContain('Nothing has changed; one claim compared.')
  })

  test('ends with 1 if a verdict has flipped, on the terminal and in the job summary', () => {
    const paths = files(textOf('refuted'), textOf('reproduced'))
    expect(compareCommand(paths)).toBe(1)
    expect(said[0]!.split('\n')).toContain(
      '✗  flipped  P1.3 (as-assigned, far points)  refuted → reproduced, pinned refuted',
    )
    expect(readFileSync(process.env.GITHUB_STEP_SUMMARY!, 'utf8').split('\n')).toContain(
      '| ✗ | flipped | P1.3 (as-assigned, far points) | refuted → reproduced, pinned refuted |',
    )
  })

  test('lets nothing in a report move the cursor or break the table', () => {
    compareCommand(files(textOf('refuted'), textOf('refuted', 'up\u001b[A | and\nout')))
    expect(said[0]).toMatch(/added +P1\.3 \(as-assigned, up \[A \| and out\)/)
    expect(readFileSync(process.env.GITHUB_STEP_SUMMARY!, 'utf8')).toContain('up \\[A \\| and out')
  })

  test.each([
    ['a file that is not there', ['no-such.json', 'neither.json'], /^no-such\.json cannot be read: ENOENT/],
    ['one file', ['old.json'], /^1 files are named: npm run compare -- OLD NEW/],
    ['an option that is unknown', ['--best', 'old.json', 'new.json'], /^Unknown option '--best'/],
  ])('ends with 2 for %s', (_, words, message) => {
    expect(compareCommand(words)).toBe(2)
    expect(said[0]!.trim()).toMatch(message)
  })
})

describe('the command that compares a report with that of a branch', () => {
  /** GitHub with the answers to the list of runs and to the download, which leaves a report. */
  function answering(run: string, verdict: Verdict | null): GitHub {
    return (words) => {
      if (words[1] === 'list') return { status: 0, stdout: run, stderr: '' }
      if (verdict === null) return { status: 1, stdout: '', stderr: 'no artifact matches\n' }
      const folder = words.find((word) => word.startsWith('--dir='))!.slice('--dir='.length)
      expect(words.slice(0, 3)).toEqual(['run', 'download', run.trim()])
      writeFileSync(join(folder, 'claims.json'), textOf(verdict))
      return { status: 0, stdout: '', stderr: '' }
    }
  }
  const withMain = (github: GitHub) => {
    const [, after] = files('', textOf('refuted'))
    return compareCommand(['--branch', 'main', after], github)
  }

  test('downloads it from the last run that passed', () => {
    expect(withMain(answering('123\n', 'refuted'))).toBe(0)
    expect(said[0]).toContain('Old: the last report of main (1 claims on wasm')
    expect(withMain(answering('123\n', 'reproduced'))).toBe(1)
  })

  test.each([
    ['no run has passed', answering('', null), 'no push to main has passed findings.yml yet'],
    ['the report is not kept any more', answering('123\n', null), 'gh ended with 1: no artifact matches'],
  ])('ends with 0 where %s, and says so', (_, github, reason) => {
    expect(withMain(github)).toBe(0)
    const line = `There is no report of main to compare with: ${reason}.`
    expect(said).toEqual([line])
    expect(readFileSync(process.env.GITHUB_STEP_SUMMARY!, 'utf8')).toBe(`${line}\n`)
  })

  test.each([
    ['there is no gh', { status: null, error: new Error('spawn gh ENOENT') }, 'gh cannot be run: spawn gh ENOENT'],
    ['nobody is signed in', { status: 4, stderr: 'run gh auth login\n' }, 'gh ended with 4: run gh auth login'],
  ])('ends with 2 where %s, as nothing was compared', (_, answer, reason) => {
    expect(withMain(() => ({ stdout: '', stderr: '', ...answer }))).toBe(2)
    expect(said[0]!.trim()).toBe(
      `GitHub does not say what ran on main: ${reason}. Install its gh and sign in, or name the old report yourself.`,
    )
  })

  test('ends with 2 where the job summary cannot be written, after the comparison', () => {
    const paths = files(textOf('refuted'), textOf('refuted'))
    vi.stubEnv('GITHUB_STEP_SUMMARY', temporaryFolder())
    expect(compareCommand(paths)).toBe(2)
    expect(said[0]).toContain('Nothing has changed')
    expect(said[1]!.trim()).toMatch(/^The job summary .* cannot be written: EISDIR.* or unset it\.$/)
  })
})

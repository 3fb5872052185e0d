import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { ClaimsJson } from '../../src/report/claims-json.ts'

const root = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'gate-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const { CI: _, GITHUB_STEP_SUMMARY: __, ...environment } = process.env

/** Runs the nested suite, or the files of it that a word picks, in a process of its own. */
function runSuite(...words: string[]) {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const switches = { HOMEWORK_BACKEND: 'cpu', HOMEWORK_CACHE: folder, HOMEWORK_SCALE: 'quick', HOMEWORK_SEED: 'nested' }
  return spawnSync(process.execPath, [vitest, 'run', '--config', 'spec/tooling/nested/vitest.config.ts', ...words], {
    cwd: root,
    encoding: 'utf8',
    env: { ...environment, ...switches, SUITE_FOLDER: folder },
  })
}

const [sound, twice] = [runSuite('sound'), runSuite('twice')]
runSuite()
const json = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'))
const report: ClaimsJson = json('claims-report/claims.json')
const files: {
  name: string
  status: string
  message: string
  assertionResults: { status: string; title: string; failureMessages: string[] }[]
}[] = json('results.json').testResults
const fileOf = (name: string) => files.find((file) => file.name.endsWith(`${name}.claim.ts`))!
const failures = (name: string) => fileOf(name).assertionResults.filter(({ status }) => status === 'failed')
const entry = (part: string) => report.claims.find((claim) => claim.part === part)!

describe('a suite of claims under Vitest', () => {
  test('passes a claim that is as pinned and whose twin is not', () => {
    expect(failures('sound')).toEqual([])
    expect(entry('known truth')).toMatchObject({
      verdict: 'reproduced',
      passed: true,
      twin: { changed: 'mean: 0', verdict: 'refuted' },
    })
  })

  test.each([
    ['flipped', 'has flipped: pinned as refuted at quick scale, now reproduced', 'reproduced'],
    ['lost', 'has lost its evidence', 'inconclusive'],
    ['diverged', '200 of 200 values are not finite', 'inconclusive'],
  ])('fails the verdict of a %s finding and says why', (part, words, verdict) => {
    expect(failures(part)[0]!.failureMessages[0]).toContain(words)
    expect(entry(part)).toMatchObject({ verdict, passed: false })
  })

  test('fails the twin that keeps the pinned verdict', () => {
    const [failure, ...others] = failures('twin-keeps')
    expect(failure!.title).toBe('its negative twin gets another verdict')
    expect(failure!.failureMessages[0]).toContain("with 'mean: 2' it is reproduced all the same")
    expect(others).toEqual([])
  })

  test('fails a file whose front matter lacks a key', () => {
    expect(fileOf('missing-key')).toMatchObject({
      status: 'failed',
      message: expect.stringContaining("'source' is missing"),
    })
  })

  test('reports a claim without its data as not run, and skips its tests', () => {
    expect(fileOf('not-run').assertionResults.map(({ status }) => status)).toEqual(['skipped', 'skipped', 'skipped'])
    expect(entry('not run')).toMatchObject({ verdict: 'not-run', finding: 'the data are absent', passed: true })
  })

  test('ends with 0 when every finding is as pinned, and with 1 when two specs make one claim, even if both pass', () => {
    expect(sound.status).toBe(0)
    expect([...failures('twice-first'), ...failures('twice-second')]).toEqual([])
    expect(twice.stderr).toContain('The claim P1.1 (as-assigned, twice) stands in 2 specs')
    expect(twice.status).toBe(1)
  })
})

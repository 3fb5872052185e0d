import { describe, expect, test } from 'vitest'
import type { ClaimEntry } from '../../src/report/claims-json.ts'
import { defaultSeed } from '../../src/switches.ts'
import { nestedSuite } from './nested/suite.ts'

const names = [
  'sound',
  'flipped',
  'lost',
  'diverged',
  'twin-keeps',
  'missing-key',
  'not-run',
  'left-out',
  'left-out-decided',
  'twice-first',
  'twice-second',
]
const suite = nestedSuite(...names)
const [sound, twice] = [suite.run(['sound']), suite.run(['twice'])]
suite.run()
const [report, files] = [suite.report(), suite.files()]
const fileOf = (name: string) => files.find((file) => file.name.endsWith(`/${name}.spec.ts`))!
const failures = (name: string) => fileOf(name).assertionResults.filter(({ status }) => status === 'failed')
const entry = (part: string) => report.claims.find((claim) => claim.part === part)!

// Starts two processes, which a busy machine is slow at.
test('a verdict that is as pinned but not safely so is red with the default seed alone', { timeout: 120_000 }, () => {
  const unsafe = nestedSuite('unsafe')
  expect(unsafe.run().status).toBe(0)
  expect(unsafe.run([], { HOMEWORK_SEED: defaultSeed }).status).toBe(1)
  const [{ verdict, failures }] = unsafe.report().claims as [ClaimEntry]
  expect(verdict).toBe('reproduced')
  expect(failures).toEqual([expect.stringContaining('is reproduced as pinned, but not safely so')])
})

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
    expect(entry(part).failures[0]).toContain(words)
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

  test('reports a claim that is left out at this scale as inconclusive, with the reason of its pin', () => {
    expect(fileOf('left-out').assertionResults.map(({ status }) => status)).toEqual(['skipped'])
    expect(entry('left out')).toMatchObject({
      verdict: 'inconclusive',
      pinned: 'inconclusive',
      finding: 'Judged at full scale alone.',
      alpha: 0,
      twin: null,
      passed: true,
    })
  })

  test('fails a file that leaves a claim out and pins a decision', () => {
    expect(fileOf('left-out-decided')).toMatchObject({
      status: 'failed',
      message: expect.stringContaining('P1.1 (as-assigned, left out, decided) has no configuration at quick scale'),
    })
  })

  test('ends with 0 when every finding is as pinned, and with 1 when two specs make one claim, even if both pass', () => {
    expect(sound.status).toBe(0)
    expect([...failures('twice-first'), ...failures('twice-second')]).toEqual([])
    expect(twice.stderr).toContain('The claim P1.1 (as-assigned, twice) stands in 2 specs')
    expect(twice.status).toBe(1)
  })
})

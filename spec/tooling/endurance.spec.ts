import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { differing, drafts, repeatableResults, reportPath, storedRuns, writingTimes } from '../../endurance/results.ts'
import { nameOf } from '../../src/claims/front-matter.ts'
import { claimsJson } from '../../src/report/claims-json.ts'
import { RunStore } from '../../src/training/run-store.ts'
import { reported, run } from './report/small-report.ts'
import { key } from './run-store/key.ts'
import { temporaryFolder } from './run-store/temporary-folder.ts'

const root = join(import.meta.dirname, '..', '..')

describe('what is compared after an interruption', () => {
  test('names what differs, is missing or is new', () => {
    const one = new Map([
      ['same', 1],
      ['changed', 1],
      ['missing', 1],
    ])
    const other = new Map([
      ['same', 1],
      ['changed', 2],
      ['new', 1],
    ])
    expect(differing(one, other)).toEqual(['changed', 'missing', 'new'])
    expect(differing(one, new Map(one))).toEqual([])
  })

  test('tells a run that was trained again, to the same bytes, from one that was kept', async () => {
    const cache = temporaryFolder()
    const folder = join(cache, 'runs')
    const store = () => new RunStore(folder)
    await store().run(key, () => 'trained')
    await store().run({ ...key, seed: 'second' }, () => 'trained')
    const [runs, files] = [storedRuns(cache), writingTimes(cache)]
    await store().run(key, () => 'trained')
    expect(differing(writingTimes(cache), files)).toEqual([])
    await store().clear()
    await store().run(key, () => 'trained')
    await store().run({ ...key, seed: 'second' }, () => 'other')
    expect(differing(storedRuns(cache), runs)).toHaveLength(1)
    expect(differing(writingTimes(cache), files)).toHaveLength(2)
  })

  test('is the report of the project that ran, of two that share a cache', () => {
    const projects = [0, 1].map((failing) => {
      const project = temporaryFolder()
      mkdirSync(dirname(reportPath(project)))
      writeFileSync(reportPath(project), JSON.stringify(claimsJson(run, [{ ...reported(), passed: failing === 0 }])))
      return project
    })
    const [one, other] = projects.map(repeatableResults)
    expect(differing(one!, other!)).toEqual([nameOf(reported().record.frontMatter)])
    expect(differing(one!, repeatableResults(projects[0]!))).toEqual([])
  })

  test('finds what was begun, and nothing in a cache that is empty', () => {
    const cache = temporaryFolder()
    expect([drafts(cache), [...storedRuns(cache)]]).toEqual([[], []])
    mkdirSync(join(cache, 'runs', 'in-training'), { recursive: true })
    writeFileSync(join(cache, 'runs', 'in-training', 'a-run'), '')
    expect(drafts(cache)).toEqual(['a-run'])
  })
})

test.each(['', '0', '-1', '1e3', '1000', 'x'])('%j is no count of interruptions', { timeout: 60_000 }, (count) => {
  const words = ['endurance/run.mjs', 'interruptions', count]
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stderr.trim()).toBe(`'${count}' is no count of times: give 1 to 999, as in npm run interruptions -- 10`)
})

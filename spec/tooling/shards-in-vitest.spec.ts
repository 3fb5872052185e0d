import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { nestedSuite } from './nested/suite.ts'

const suite = nestedSuite(
  'sound',
  'flipped',
  '2-nested/drawn',
  '3-nested/not-run',
  '3-nested/left-out',
  '4-nested/lost',
)
const blobs = join(suite.root, '.vitest-reports')
const shard = (index: number, variables = {}) => suite.run([`--shard=${index}/3`, '--reporter=blob'], variables)
const merge = () => suite.run(['--merge-reports', blobs], { HOMEWORK_SEED: 'of the machine that merges' })

/** All that a run wrote, seconds apart, which no two runs share. */
function written() {
  const folder = join(suite.root, 'claims-report')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.\w+$/.test(path))
  const withoutSeconds = (text: string) =>
    text.replace(/"(wallSeconds|seconds)": [\d.e-]+/g, '"$1": 0').replace(/[\d.e-]+ s(?=[.<])/g, '0 s')
  return Object.fromEntries(files.map((path) => [path, withoutSeconds(readFileSync(join(folder, path), 'utf8'))]))
}

// Each run is a process, which a busy machine is slow at.
describe('three shards of a suite under Vitest', { timeout: 300_000 }, () => {
  let whole: ReturnType<typeof written>
  let statuses: (number | null)[]
  beforeAll(() => {
    suite.run()
    whole = written()
    rmSync(join(suite.root, 'claims-report'), { recursive: true })
    statuses = [1, 2, 3].map((index) => shard(index).status)
  }, 300_000)

  test('each run some of its problems, and write no report of their own', () => {
    // The flipped finding stands in the first problem, the one that has lost its evidence in the fourth.
    expect(statuses.filter((status) => status === 0).length).toBeGreaterThan(0)
    expect(statuses).toContain(1)
    expect(readdirSync(suite.root)).not.toContain('claims-report')
    expect(readdirSync(blobs)).toEqual(['blob-1-3.json', 'blob-2-3.json', 'blob-3-3.json'])
  })

  test('give the report of one run when they are merged, figures included, and its exit code', () => {
    expect(merge().status).toBe(1)
    const merged = written()
    expect(Object.keys(whole).filter((path) => path.endsWith('.svg'))).toHaveLength(4)
    expect(merged).toEqual(whole)
    expect(suite.report().seed).toBe('nested')
    expect(suite.report().wallSeconds).toBeGreaterThan(0)
  })

  test('are partial when one is missing, and red when one is of another run', () => {
    rmSync(join(blobs, 'blob-3-3.json'))
    merge()
    expect(suite.report()).toMatchObject({ partial: true })
    shard(3, { HOMEWORK_SEED: 'another' })
    const { stderr, status } = merge()
    expect(stderr).toContain('The claims are of different runs: quick scale with the seed ')
    expect(status).toBe(1)
  })
})

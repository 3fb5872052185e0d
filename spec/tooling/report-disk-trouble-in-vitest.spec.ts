import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { nestedSuite } from './nested/suite.ts'
import { mountSmallDisk } from './run-store/small-disk.ts'

// Starts two processes, which a busy machine is slow at.
describe('a report that cannot be written', { timeout: 120_000 }, () => {
  const suite = nestedSuite('sound')
  const folder = join(suite.root, 'claims-report')

  test('ends the run red in one paragraph, after the verdicts, and leaves nothing that could be taken for it', ({
    skip,
  }) => {
    mkdirSync(folder)
    // The report takes 4 files of a page or more each.
    if (!mountSmallDisk(8, folder)) skip('no disk can be mounted here')
    const ofBefore = ['index.html', 'claims.md', 'claims.json', 'figures']
    for (const name of ofBefore) writeFileSync(join(folder, name), '')
    const { status, stdout, stderr } = suite.run()
    expect(status).toBe(1)
    expect(stdout).toMatch(/✓ +P1\.1 .*known truth/)
    expect(stderr).toMatch(/^The report .*claims-report cannot be written: ENOSPC.* free some space on its disk\.$/m)
    expect(stderr).not.toMatch(/^ +at /m)
    expect(readdirSync(folder)).toEqual([])
  })

  test('is written all the same where the job summary cannot be, and the run is red for that', () => {
    const other = nestedSuite('sound')
    const { status, stderr } = other.run([], { GITHUB_STEP_SUMMARY: other.root })
    expect(status).toBe(1)
    expect(stderr).toMatch(/^The job summary .* cannot be written: EISDIR.* or unset it\.$/m)
    expect(stderr).not.toMatch(/^ +at /m)
    expect(other.report().faults).toEqual([])
  })
})

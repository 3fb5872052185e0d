import { existsSync, mkdirSync, readdirSync } from 'node:fs'
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
    const { status, stdout, stderr } = suite.run()
    expect(status).toBe(1)
    expect(stdout).toMatch(/✓ +P1\.1 .*known truth/)
    expect(stderr).toMatch(/^The report .*claims-report cannot be written: ENOSPC.* free some space on its disk\.$/m)
    expect(stderr).not.toMatch(/^ +at /m)
    expect(existsSync(join(folder, 'claims.json'))).toBe(false)
    expect(readdirSync(folder).filter((name) => name.endsWith('.draft'))).toEqual([])
  })
})

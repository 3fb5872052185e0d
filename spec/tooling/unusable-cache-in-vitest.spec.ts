import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from './run-store/temporary-folder.ts'

const project = join(import.meta.dirname, '..', '..')
const spec = 'spec/1-perceptron/the-submitted-hinge-is-the-perceptron.spec.ts'

// Starts a process, which a busy machine is slow at.
test('a cache that cannot be used ends a run of claims by one paragraph', { timeout: 60_000 }, () => {
  const cache = join(temporaryFolder(), 'cache')
  writeFileSync(cache, 'a file where a folder belongs')
  const vitest = join(project, 'node_modules/vitest/vitest.mjs')
  const { status, stdout, stderr } = spawnSync(process.execPath, [vitest, 'run', spec], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, HOMEWORK_BACKEND: 'cpu', HOMEWORK_CACHE: cache },
  })
  expect(stderr.trim()).toMatch(
    /^The folder of trained runs .* cannot be used: .* set HOMEWORK_CACHE to another folder\.$/,
  )
  expect(stderr).toContain(cache)
  expect(stdout).not.toContain('No test files')
  expect(status).toBe(1)
})

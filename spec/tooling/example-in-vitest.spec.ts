import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ClaimsJson } from '../../src/report/claims-json.ts'
import { temporaryFolder } from './run-store/temporary-folder.ts'

const project = join(import.meta.dirname, '..', '..')
const example = join(project, 'examples/nearest-neighbours')

// Starts a process, which a busy machine is slow at.
test('the example of a homework of one’s own passes, with its own metrics and problems', { timeout: 180_000 }, () => {
  const vitest = join(project, 'node_modules/vitest/vitest.mjs')
  const { GITHUB_STEP_SUMMARY: _, ...environment } = process.env
  const { status, stdout } = spawnSync(
    process.execPath,
    [vitest, 'run', '--config', join(example, 'vitest.config.ts')],
    {
      cwd: project,
      encoding: 'utf8',
      // Metrics are stored for these, and a missing one is red where CI is set.
      env: {
        ...environment,
        CI: '1',
        HOMEWORK_BACKEND: 'wasm',
        HOMEWORK_SCALE: 'quick',
        HOMEWORK_SEED: 'homework-2',
        HOMEWORK_CACHE: temporaryFolder(),
      },
    },
  )
  expect(stdout).toContain('2 claims at quick scale')
  expect(status).toBe(0)
  const { claims }: ClaimsJson = JSON.parse(readFileSync(join(example, 'claims-report/claims.json'), 'utf8'))
  expect(claims.map(({ verdict, snapshot, passed }) => ({ verdict, snapshot, passed }))).toEqual([
    { verdict: 'reproduced', snapshot: 'compared', passed: true },
    { verdict: 'refuted', snapshot: 'compared', passed: true },
  ])
  const page = readFileSync(join(example, 'claims-report/index.html'), 'utf8')
  expect(page).toContain('<h2>Problem 1: nearest neighbours</h2>')
  expect(page).not.toContain('perceptron')
})

import { describe, expect, test } from 'vitest'
import { defaultSeed } from '../../src/switches.ts'
import { nestedSuite } from './nested/suite.ts'

// Each test may wait for a process, which a busy machine is slow at.
describe('the stored metrics of a claim under Vitest', { timeout: 120_000 }, () => {
  const suite = nestedSuite('timed')

  test('have no times, and there are none where all evidence is times', () => {
    const { status } = suite.run([], { HOMEWORK_BACKEND: 'wasm', HOMEWORK_SEED: defaultSeed })
    expect(status).toBe(0)
    expect(suite.report().claims.map(({ part, snapshot }) => ({ part, snapshot }))).toEqual([
      { part: 'a time beside a mean', snapshot: 'compared' },
      { part: 'times alone', snapshot: 'not compared: its metrics are times' },
    ])
    const stored = suite.read('snapshots/1-nested/timed.wasm-quick.snap')
    expect(stored).toContain('a time beside a mean')
    expect(stored).toContain('mean [1] = ')
    expect(stored).not.toContain('times alone')
    expect(stored).not.toContain('seconds_a_step')
  })
})

import { expect, test } from 'vitest'
import { lostSpecs } from '../../src/report/lost-specs.ts'
import { nestedSuite } from './nested/suite.ts'

const suite = nestedSuite('killed')
const crash = [{ message: '[vitest-pool]: Worker forks emitted error.' }]

// Starts a process, which a busy machine is slow at.
test('specs whose process is killed turn the run red, by their names and that of the engine', {
  timeout: 60_000,
}, () => {
  const { status, stderr } = suite.run()
  expect(stderr).toContain(
    'A process that ran the engine cpu ended before these specs did, which count as failed: spec/1-nested/killed.spec.ts.',
  )
  expect(status).toBe(1)
})

test('specs that had ended before are not lost', () => {
  expect(lostSpecs('wasm', ['a', 'b', 'c'], new Set(['b']), crash)).toContain('failed: a, c. Run')
  expect(lostSpecs('wasm', ['a'], new Set(['a']), crash)).toBeNull()
})

test('specs that were left out by a run that was stopped are not lost', () => {
  expect(lostSpecs('wasm', ['a'], new Set(), [{ message: 'an error of a spec' }])).toBeNull()
})

import { expect, test } from 'vitest'
import { nestedSuite } from './nested/suite.ts'

const suite = nestedSuite('hung-on-wasm', 'skipped-on-wasm')

// Starts processes, which a busy machine is slow at.
test('a spec that hangs on one engine and passes on another is lost on the one', { timeout: 120_000 }, () => {
  const { status, stdout, stderr } = suite.run([], { SUITE_PATIENCE: '5' }, 'engines.config.ts')
  expect(stderr).toMatch(
    /The engine wasm hangs: its process \d+ has not answered for 5 seconds in spec\/1-nested\/hung-on-wasm\.spec\.ts, and/,
  )
  expect(stdout).toMatch(/^spec +wasm +cpu *$/m)
  expect(stdout).toMatch(/^1-nested\/hung-on-wasm +LOST +passed *$/m)
  expect(stdout).toMatch(/^1-nested\/skipped-on-wasm +SKIPPED +passed *$/m)
  expect(stderr).toContain(
    'A process that ran the engine wasm ended before these specs did, which count as failed: spec/1-nested/hung-on-wasm.spec.ts. ' +
      "Run them again; if it ends again, leave the engine out by --project='!wasm'.",
  )
  expect(stderr).not.toContain('A process that ran the engine cpu')
  expect(status).toBe(1)
})

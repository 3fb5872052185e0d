import { expect, test } from 'vitest'
import { nestedSuite } from './nested/suite.ts'

const suite = nestedSuite('hung', 'sound')

// Starts processes, which a busy machine is slow at.
test('an engine that hangs in a synchronous call is killed, and only its spec is lost', { timeout: 120_000 }, () => {
  const { status, stderr } = suite.run(['--maxWorkers=2'], { SUITE_PATIENCE: '5' })
  const said =
    /The engine cpu hangs: its process (\d+) has not answered for 5 seconds in spec\/1-nested\/hung\.spec\.ts, and is killed\./.exec(
      stderr,
    )
  expect(said, stderr).not.toBeNull()
  expect(() => process.kill(Number(said![1]), 0)).toThrow('ESRCH')
  expect(stderr).toContain(
    'A process that ran the engine cpu ended before these specs did, which count as failed: spec/1-nested/hung.spec.ts.',
  )
  expect(status).toBe(1)
  expect(suite.report().claims.map(({ part, verdict }) => [part, verdict])).toContainEqual([
    'known truth',
    'reproduced',
  ])
})

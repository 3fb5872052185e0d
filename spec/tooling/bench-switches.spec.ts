import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')

// Each starts a process, which a busy machine is slow at.
test.each([
  ['--waits --markdown FILE', '--markdown goes with npm run bench alone. bench/run.mjs lists the switches.'],
  ['--figure FILE', '--figure goes with --growth. bench/run.mjs lists the switches.'],
  ['--waits --growth', '--growth and --waits are measured one at a time.'],
  ['--rounds 0', '--rounds 0 is no count of rounds: give an integer of 1 or more.'],
  ['x', "Unexpected argument 'x'. This command does not take positional arguments. bench/run.mjs lists the switches."],
  ['--round 3', "Unknown option '--round'. bench/run.mjs lists the switches."],
])('the bench does not begin with %s', { timeout: 60_000 }, (switches, message) => {
  const words = ['bench/run.mjs', ...switches.split(' ')]
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' })
  expect([status, stderr.trim()]).toEqual([1, message])
})

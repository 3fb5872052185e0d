import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { runCommand } from '../../bench/waits/run-command.ts'
import { inTemporaryFolder } from '../../scripts/in-temporary-folder.ts'
import { throughShell } from '../../scripts/through-shell.ts'
import { temporaryFolder } from './run-store/temporary-folder.ts'

describe('a temporary folder', () => {
  test('is lent empty, and removed with what is in it, also after an error', async () => {
    const lent: string[] = []
    const use = async (folder: string) => {
      lent.push(folder)
      expect(readdirSync(folder)).toEqual([])
      writeFileSync(join(folder, 'file'), '')
      if (lent.length === 2) throw new Error('no more')
      return 'used'
    }
    expect(await inTemporaryFolder('homework', use)).toBe('used')
    await expect(inTemporaryFolder('homework', use)).rejects.toThrow('no more')
    expect(lent.map((folder) => existsSync(folder))).toEqual([false, false])
  })

  // Starts a process, which a busy machine is slow at.
  test.each(['SIGINT', 'SIGTERM'])('is removed where %s ends the process', { timeout: 60_000 }, (signal) => {
    const script = join(import.meta.dirname, 'endurance/interrupted.mjs')
    const { status, stdout } = spawnSync(process.execPath, [script, signal], { encoding: 'utf8' })
    expect(stdout).toContain('homework-interrupted')
    expect(existsSync(stdout.trim())).toBe(false)
    expect(status).toBe(1)
  })
})

test.each([
  ['npm.cmd', 'win32', true],
  ['npm', 'linux', false],
  ['C:\\Program Files\\nodejs\\node.exe', 'win32', false],
  ['/opt/node with spaces/node', 'linux', false],
] as const)('%s is started on %s through the shell: %s', (program, platform, through) => {
  expect(throughShell(program, platform)).toBe(through)
})

test('a command that is measured can be rid of a variable', { timeout: 60_000 }, async () => {
  vi.stubEnv('HOMEWORK_RESUME', '1')
  try {
    const print = [process.execPath, '-p', 'process.env.HOMEWORK_RESUME']
    const folder = temporaryFolder()
    expect((await runCommand(print, { folder })).output.trim()).toBe('1')
    const without = await runCommand(print, { folder, environment: { HOMEWORK_RESUME: undefined } })
    expect(without.output.trim()).toBe('undefined')
  } finally {
    vi.unstubAllEnvs()
  }
})

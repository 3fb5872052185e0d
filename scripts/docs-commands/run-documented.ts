import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startStopwatch } from '../../src/clock.ts'
import { commandList } from './command-list.ts'
import { documentedCommands } from './documented-commands.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Runs what the documents say, each command once and with a cache of its own, and prints a line each.
 *
 * @returns whether all end with 0
 */
export async function runDocumented(): Promise<boolean> {
  const commands = [...new Set(documentedCommands(root).map(({ command }) => command))]
  const cache = mkdtempSync(join(tmpdir(), 'homework-docs-'))
  const counts = { passed: 0, failed: 0, leftOut: 0 }
  try {
    for (const command of commands) {
      const trial = commandList[command]
      if (trial === undefined) {
        console.log(`FAILED          ${command}: it is not in command-list.ts`)
        counts.failed++
        continue
      }
      if (typeof trial === 'object' && 'leftOut' in trial) {
        console.log(`left out        ${command}: ${trial.leftOut}`)
        counts.leftOut++
        continue
      }
      const said = trial === 'as it stands' ? command : trial.as
      const { passed, seconds, output } = run(said, cache)
      counts[passed ? 'passed' : 'failed']++
      console.log(
        `${passed ? 'passed' : 'FAILED'} ${seconds.toFixed(1).padStart(6)} s ${command}${said === command ? '' : ` as ${said}`}`,
      )
      if (!passed) console.log(output.split('\n').slice(-30).join('\n'))
    }
  } finally {
    rmSync(cache, { recursive: true, force: true, maxRetries: 10 })
  }
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.leftOut} left out.`)
  return counts.failed === 0
}

function run(command: string, cache: string) {
  const [program, ...words] = command.split(' ')
  const elapsed = startStopwatch()
  // npm and npx are scripts of the shell on Windows.
  const windows = process.platform === 'win32'
  const { status, stdout, stderr } = spawnSync(windows ? `${program}.cmd` : program!, words, {
    cwd: root,
    encoding: 'utf8',
    shell: windows,
    env: { ...process.env, HOMEWORK_CACHE: cache, NO_COLOR: '1' },
  })
  return { passed: status === 0, seconds: elapsed(), output: `${stdout}${stderr}` }
}

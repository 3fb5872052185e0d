import { execFile } from 'node:child_process'
import { startStopwatch } from '../../src/clock.ts'
import { throughShell } from '../through-shell.ts'

/** How a command ended. */
export interface CommandTrial {
  readonly passed: boolean
  readonly seconds: number
  /** all that it said, and at last how it ended if that was not by 0 */
  readonly output: string
}

/** Runs a command of words that are parted by single spaces; it never throws. */
export async function tryCommand(command: string, folder: string, cache: string): Promise<CommandTrial> {
  const [name, ...words] = command.split(' ')
  const program = process.platform === 'win32' && /^np[mx]$/.test(name!) ? `${name}.cmd` : name!
  // The summary of a job is for what the job says.
  const { GITHUB_STEP_SUMMARY: _, ...environment } = process.env
  const options = {
    cwd: folder,
    shell: throughShell(program, process.platform),
    // Or a command that says more would be ended, and for no fault of its own.
    maxBuffer: Number.POSITIVE_INFINITY,
    env: { ...environment, HOMEWORK_CACHE: cache, NO_COLOR: '1' },
  }
  const elapsed = startStopwatch()
  return new Promise((resolve) => {
    execFile(program, words, options, (error, stdout, stderr) => {
      const ending = error === null ? '' : `It ended by ${error.signal ?? error.code}.\n`
      resolve({ passed: error === null, seconds: elapsed(), output: `${stdout}${stderr}${ending}` })
    })
  })
}

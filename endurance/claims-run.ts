import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { startStopwatch } from '../src/clock.ts'

export const root = fileURLToPath(new URL('..', import.meta.url))

export interface ClaimsRunOptions {
  /** whose claims, and where the report comes to stand */
  readonly project: string
  readonly words: readonly string[]
  readonly cache: string
  readonly resume: boolean
}

/** How a run of claims ended. */
export interface Ending {
  /** null if it was killed */
  readonly code: number | null
  readonly seconds: number
  readonly output: string
}

/** `npm run claims` in processes of its own, which can be killed as a power failure would, or the main one alone. */
export class ClaimsRun {
  readonly ending: Promise<Ending>
  readonly #main: ChildProcess

  constructor({ project, words, cache, resume }: ClaimsRunOptions) {
    const { HOMEWORK_RESUME: _, ...environment } = process.env
    const elapsed = startStopwatch()
    this.#main = spawn(process.execPath, ['scripts/claims.mjs', ...words], {
      cwd: project,
      // A group of its own, so that its workers can be killed with it.
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...environment, HOMEWORK_CACHE: cache, ...(resume ? { HOMEWORK_RESUME: '1' } : {}), NO_COLOR: '1' },
    })
    let output = ''
    for (const stream of [this.#main.stdout!, this.#main.stderr!]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
      })
    }
    // A group of its own gets no Ctrl-C. First of all, so that nothing writes where others then remove.
    const end = () => this.killAll()
    process.prependOnceListener('exit', end)
    // Not 'close': workers that outlive the main process hold its streams open.
    this.ending = once(this.#main, 'exit').then(([code]) => {
      process.removeListener('exit', end)
      return { code, seconds: elapsed(), output }
    })
  }

  /** Kills the main process and all its workers. */
  killAll(): void {
    const pid = this.#main.pid!
    if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(pid), '/t', '/f'])
    else killGroup(pid)
  }

  /** Kills the main process: its workers have to notice. */
  killMain(): void {
    this.#main.kill('SIGKILL')
  }
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch (error) {
    // It has ended.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

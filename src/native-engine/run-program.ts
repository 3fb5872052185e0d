import { spawn } from 'node:child_process'
import { appendFile, mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'

/** How a program ended, with all that it printed. */
export interface Ended {
  /** null if it could not be started or a signal ended it */
  readonly code: number | null
  readonly output: string
}

/** Where a program runs: by default in this process's folder and environment. */
export interface Circumstances {
  readonly folder?: string
  readonly environment?: Readonly<Record<string, string>>
}

/** Runs a program to its end. Never throws. */
export type RunProgram = (program: string, words: readonly string[], where?: Circumstances) => Promise<Ended>

/**
 * Runs programs of this machine, without a shell.
 *
 * @param log - the file to which each command and its output are added
 */
export function programsLoggedTo(log: string): RunProgram {
  return async (program, words, { folder, environment } = {}) => {
    const ended = await new Promise<Ended>((resolve) => {
      const child = spawn(program, words, {
        cwd: folder,
        env: { ...process.env, ...environment },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      let output = ''
      const keep = (text: string) => {
        output += text
      }
      child.stdout.setEncoding('utf8').on('data', keep)
      child.stderr.setEncoding('utf8').on('data', keep)
      child.on('error', (error) => resolve({ code: null, output: error.message }))
      child.on('close', (code, signal) => resolve({ code, output: signal ? `${output}\nended by ${signal}` : output }))
    })
    await mkdir(dirname(log), { recursive: true })
    await appendFile(log, `$ ${[program, ...words].join(' ')}\n${ended.output.trimEnd()}\n\n`)
    return ended
  }
}

/**
 * How programs begin a line that says why they failed: pip and npm, a compiler, and the linker, which the compiler
 * follows by a line that says nothing.
 */
const complaint = /^(npm )?(error|.*: (fatal )?error:)|^(\S*\/)?ld(\.\w+)?: (?!warning)|: undefined reference to /i

/** The words by which a program says why it failed: its first two lines of complaint, or else its last. */
export function lastWords(output: string): string {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const errors = lines.filter((line) => complaint.test(line))
  return (errors.length > 0 ? errors.slice(0, 2) : lines.slice(-1)).join(' ') || 'it printed nothing'
}

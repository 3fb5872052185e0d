import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { inTemporaryFolder } from '../../scripts/in-temporary-folder.ts'
import { throughShell } from '../../scripts/through-shell.ts'
import { startStopwatch } from '../../src/clock.ts'

export interface CommandRun {
  /** null if a signal ended it */
  readonly code: number | null
  readonly seconds: number
  /** by process of Node that took part, the largest first */
  readonly peakBytes: readonly number[]
  readonly output: string
}

export interface CommandOptions {
  readonly folder: string
  /** undefined takes a variable away */
  readonly environment?: Readonly<Record<string, string | undefined>>
  /** whether its failure is an answer too, and no error */
  readonly mayFail?: boolean
  /** hears the output so far whenever there is more, and may end the command */
  readonly listen?: (output: string, end: () => void) => void
}

/**
 * Runs a command to its end.
 *
 * @throws {Error} with its last lines if it fails and may not
 */
export async function runCommand(words: readonly string[], options: CommandOptions): Promise<CommandRun> {
  const preload = pathToFileURL(fileURLToPath(new URL('./record-peak.mjs', import.meta.url))).href
  return inTemporaryFolder('bench-peaks', async (peaks) => {
    const elapsed = startStopwatch()
    const child = spawn(words[0]!, words.slice(1), {
      cwd: options.folder,
      shell: throughShell(words[0]!, process.platform),
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NO_COLOR: '1',
        ...options.environment,
        BENCH_PEAK_FOLDER: peaks,
        NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import ${preload}`,
      },
    })
    let output = ''
    let ended = false
    const end = () => {
      ended = true
      child.kill()
    }
    process.prependOnceListener('exit', end)
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += stripVTControlCharacters(text)
        options.listen?.(output, end)
      })
    }
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on('close', resolve)
      child.on('error', reject)
    })
    process.removeListener('exit', end)
    const seconds = elapsed()
    if (code !== 0 && !ended && !options.mayFail) {
      throw new Error(`${words.join(' ')} failed:\n${output.split('\n').slice(-20).join('\n')}`)
    }
    const peakBytes = readdirSync(peaks)
      .filter((name) => !name.endsWith('.draft'))
      .map((name) => Number(readFileSync(join(peaks, name), 'utf8')))
    return { code, seconds, peakBytes: peakBytes.sort((a, b) => b - a), output }
  })
}

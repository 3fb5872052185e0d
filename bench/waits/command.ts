import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { quantile } from '../../src/statistics/quantile.ts'
import { memoryInWords } from '../memory.ts'
import { type CommandRun, runCommand } from './run-command.ts'
import { watchMode } from './watch-mode.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
const vitest = [process.execPath, 'node_modules/vitest/vitest.mjs', 'run']
const spec = 'spec/tooling/statistics-rate-difference.spec.ts'
const source = 'src/statistics/rate-difference.ts'

/**
 * Prints what one waits for while working on the project, and as a newcomer to it.
 *
 * @param rounds - of the short waits; the long ones are taken once
 */
export async function waitsCommand(rounds: number): Promise<void> {
  console.log('| wait | seconds | most memory of a process |\n| --- | --- | --- |')
  const short = []
  for (let round = 0; round < rounds; round++) short.push(await runCommand([...vitest, spec], { folder: root }))
  printRuns('one spec of the machinery alone', short)
  printSeconds('watch mode, after an edit of that spec', await watchMode(root, spec, spec, rounds))
  printSeconds('watch mode, after an edit of what it imports', await watchMode(root, spec, source, rounds))
  printRuns('`npm run check`', [await runCommand([npm, 'run', 'check'], { folder: root })])

  const folder = mkdtempSync(join(tmpdir(), 'bench-newcomer-'))
  try {
    const environment = { HOMEWORK_CACHE: join(folder, 'cache') }
    const claims = await runCommand([npm, 'run', 'claims'], { folder: root, environment })
    printRuns('`npm run claims`, nothing kept from before', [claims])
    const clone = join(folder, 'clone')
    const steps = [
      await runCommand(['git', 'clone', '--quiet', root, clone], { folder }),
      await runCommand([npm, 'ci'], { folder: clone }),
      await runCommand([npm, 'run', 'claims', '--', 'P1.1'], { folder: clone, environment }),
    ]
    printSeconds('a newcomer: clone, `npm ci`, first verdict', [steps.reduce((sum, { seconds }) => sum + seconds, 0)])
    printSeconds('of which `npm ci`', [steps[1]!.seconds])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function printRuns(wait: string, runs: readonly CommandRun[]): void {
  const peak = Math.max(...runs.flatMap(({ peakBytes }) => peakBytes))
  const seconds = runs.map((run) => run.seconds)
  printRow(wait, seconds, memoryInWords(peak))
}

function printSeconds(wait: string, seconds: readonly number[]): void {
  printRow(wait, seconds, '')
}

function printRow(wait: string, seconds: readonly number[], peak: string): void {
  const words = seconds.length === 1 ? '' : ` (median of ${seconds.length})`
  console.log(`| ${wait}${words} | ${quantile(seconds, 0.5).toFixed(1)} | ${peak} |`)
}

import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { mebibytes } from '../bench/memory.ts'
import { runCommand } from '../bench/waits/run-command.ts'
import { inTemporaryFolder } from '../scripts/in-temporary-folder.ts'
import { root } from './claims-run.ts'
import { fewestRuns, growth, growthSentence, mostGrowth } from './flatness.ts'
import { differing, repeatableResults } from './results.ts'

interface Round {
  readonly seconds: number
  /** the most memory that one of its processes held */
  readonly peakBytes: number
  /** what it left in the cache */
  readonly cacheBytes: number
}

/**
 * Runs the claims again and again in one cache, as a user does day by day, and prints a row each.
 *
 * @param words - the claims, as `npm run claims` takes them; all by default
 * @returns whether each run has the results of the first, and time, memory and disk of ten and more stay as they are
 * @throws {Error} with the last lines of a run that fails
 */
export async function soakCommand(count: number, words: readonly string[]): Promise<boolean> {
  const rounds: Round[] = []
  const results: ReadonlyMap<string, string>[] = []
  await inTemporaryFolder('homework-endurance', async (cache) => {
    console.log('| run | seconds | most memory of a process | cache |\n| --- | --- | --- | --- |')
    // Each round trains anew, or the later ones would only read what the first has stored.
    const environment = { HOMEWORK_CACHE: cache, HOMEWORK_RESUME: undefined }
    for (let round = 1; round <= count; round++) {
      const run = await runCommand([process.execPath, 'scripts/claims.mjs', ...words], { folder: root, environment })
      const measured = { seconds: run.seconds, peakBytes: Math.max(...run.peakBytes), cacheBytes: bytesIn(cache) }
      rounds.push(measured)
      results.push(repeatableResults(root))
      console.log(
        `| ${round} | ${measured.seconds.toFixed(1)} | ${mebibytes(measured.peakBytes)} | ${mebibytes(measured.cacheBytes)} |`,
      )
    }
  })
  const growths = {
    time: growth(rounds.map(({ seconds }) => seconds)),
    memory: growth(rounds.map(({ peakBytes }) => peakBytes)),
    cache: growth(rounds.map(({ cacheBytes }) => cacheBytes)),
  }
  console.log(growthSentence(growths))
  const others = new Set(results.flatMap((result) => differing(result, results[0]!)))
  const same =
    others.size === 0 ? 'All runs have the same results, bit for bit' : `NOT THE SAME: ${[...others].join(', ')}`
  console.log(`${same}, times apart.`)
  const isFlat = Object.values(growths).every((ratio) => ratio <= mostGrowth)
  if (count < fewestRuns) console.log(`Fewer than ${fewestRuns} runs are not held to that.`)
  return others.size === 0 && (isFlat || count < fewestRuns)
}

function bytesIn(folder: string): number {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => statSync(join(folder, name)))
  return paths.filter((status) => status.isFile()).reduce((sum, { size }) => sum + size, 0)
}

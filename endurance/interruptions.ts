import { rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { inTemporaryFolder } from '../scripts/in-temporary-folder.ts'
import { HomeworkError } from '../src/homework-error.ts'
import { randomStream } from '../src/random/stream.ts'
import { readSwitches } from '../src/switches.ts'
import { ClaimsRun, type Ending, root } from './claims-run.ts'
import { copyProject } from './copy-of-project.ts'
import { differing, drafts, repeatableResults, reportPath, storedRuns, writingTimes } from './results.ts'

/** What a run that nobody disturbs comes to. */
interface Undisturbed {
  readonly seconds: number
  readonly results: ReadonlyMap<string, string>
  readonly runs: ReadonlyMap<string, string>
}

/** What came of a run that was killed and resumed. */
interface Interrupted {
  readonly faults: readonly string[]
  readonly words: string
}

/**
 * Kills a run of claims at random moments, each time beginning with an empty cache, resumes it, and compares the report
 * and the stored runs with those of a run that nobody disturbed; at last lets two runs share a cache. Prints a line each.
 *
 * @param words - the claims, as `npm run claims` takes them
 * @returns whether all results are the same
 * @throws {HomeworkError} if the claims do not pass undisturbed, or train nothing
 */
export async function interruptionsCommand(count: number, words: readonly string[]): Promise<boolean> {
  const claims = words.length > 0 ? words : ['P2.1']
  const { seed, scale } = readSwitches(process.env)
  const expected = await inEmptyCache((cache) => undisturbed(claims, cache))
  console.log(`${claims.join(' ')} at ${scale} scale, undisturbed: ${expected.seconds.toFixed(1)} s.`)
  let same = 0
  for (let index = 1; index <= count; index++) {
    const stream = randomStream(seed, 'interruptions', index)
    const whom = stream.integer(2) === 0 ? 'all processes' : 'the main process'
    const kill = async (): Promise<Interrupted> => {
      const moment = stream.uniform(0, expected.seconds)
      // A run that had ended by itself was not interrupted: there is another moment.
      return (await inEmptyCache((cache) => interrupt(claims, cache, moment, whom, expected))) ?? kill()
    }
    const { faults, words: line } = await kill()
    console.log(`${String(index).padStart(3)}/${count}  killed ${whom} ${line}`)
    if (faults.length === 0) same++
  }
  console.log(`${same} of ${count} interrupted runs resumed to the same report and the same stored runs, bit for bit.`)
  const together = await inEmptyCache((cache) => twoAtOnce(claims, cache, expected))
  console.log(`Two runs at once in one cache: ${together.length === 0 ? 'both the same' : together.join(', ')}.`)
  return same === count && together.length === 0
}

async function undisturbed(words: readonly string[], cache: string): Promise<Undisturbed> {
  const ending = await new ClaimsRun({ project: root, words, cache, resume: false }).ending
  if (ending.code !== 0) {
    throw new HomeworkError(`These claims do not pass undisturbed: ${lastWords(ending)}. Mend that, or name others.`)
  }
  const runs = storedRuns(cache)
  if (runs.size === 0) {
    throw new HomeworkError(
      `${words.join(' ')} stored no run that could be resumed. Name other claims, or let these have their data: MNIST_DIR.`,
    )
  }
  return { seconds: ending.seconds, results: repeatableResults(root), runs }
}

/** @returns null if the run had ended by itself before the moment */
async function interrupt(
  words: readonly string[],
  cache: string,
  moment: number,
  whom: 'all processes' | 'the main process',
  expected: Undisturbed,
): Promise<Interrupted | null> {
  const killed = new ClaimsRun({ project: root, words, cache, resume: false })
  const over = await Promise.race([sleep(1000 * moment, false), killed.ending.then(() => true)])
  if (over) return null
  if (whom === 'all processes') killed.killAll()
  else killed.killMain()
  if ((await killed.ending).code === 0) return null
  const before = writingTimes(cache)
  const begun = drafts(cache).length

  rmSync(reportPath(root), { force: true })
  const ending = await new ClaimsRun({ project: root, words, cache, resume: true }).ending
  // Workers that have lost their main process have to notice, while others resume what they did.
  if (whom === 'the main process') killed.killAll()
  const faults = [...reportFaults(ending, root, expected), ...cacheFaults(cache, expected)]
  const after = writingTimes(cache)
  const kept = [...before].filter(([name, time]) => after.get(name) === time).length
  if (kept < before.size) faults.push(`${before.size - kept} finished runs trained again`)
  const state = `after ${moment.toFixed(1)} s: ${before.size} of ${after.size} runs stored, ${begun} begun`
  const outcome = faults.length === 0 ? 'same results' : `NOT THE SAME: ${faults.join(', ')}`
  return { faults, words: `${state}; resumed in ${ending.seconds.toFixed(1)} s, ${outcome}` }
}

/**
 * The second run begins when the first has stored something, and forgets it: that must do the first no harm. It is one of a
 * copy of the project, since both may end at the same time, and either report is to be looked at.
 */
async function twoAtOnce(words: readonly string[], cache: string, expected: Undisturbed): Promise<string[]> {
  return inTemporaryFolder('homework-copy', async (copy) => {
    copyProject(copy)
    rmSync(reportPath(root), { force: true })
    const first = new ClaimsRun({ project: root, words, cache, resume: false })
    if (!(await hasStored(cache, first))) return ['the first had ended before the second could begin']
    const second = new ClaimsRun({ project: copy, words, cache, resume: false })
    const faults = [
      ...reportFaults(await first.ending, root, expected),
      ...reportFaults(await second.ending, copy, expected),
    ]
    return [...faults, ...cacheFaults(cache, expected)]
  })
}

/** Waits until something is stored. @returns false if the run ends before that is seen */
async function hasStored(cache: string, { ending }: ClaimsRun): Promise<boolean> {
  for (;;) {
    const over = await Promise.race([sleep(20, false), ending.then(() => true)])
    if (over) return false
    if (storedRuns(cache).size > 0) return true
  }
}

function reportFaults(ending: Ending, project: string, expected: Undisturbed): string[] {
  if (ending.code !== 0) return [`it ended with ${ending.code}: ${lastWords(ending)}`]
  return differing(repeatableResults(project), expected.results).map((name) => `another report of ${name}`)
}

function cacheFaults(cache: string, expected: Undisturbed): string[] {
  return [
    ...differing(storedRuns(cache), expected.runs).map((name) => `another ${name}`),
    ...drafts(cache).map((name) => `${name} left behind`),
  ]
}

function lastWords({ output }: Ending): string {
  return output.trim().split('\n').slice(-12).join(' / ')
}

function inEmptyCache<T>(use: (cache: string) => Promise<T>): Promise<T> {
  return inTemporaryFolder('homework-endurance', use)
}

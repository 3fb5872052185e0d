import { HomeworkError } from '../src/homework-error.ts'
import type { Mistake } from './mistake.ts'
import { mistakes } from './mistakes.ts'
import { Sandbox, type SpecRun } from './sandbox.ts'
import { blindSpecs, countsOf, type Tried, tableOf } from './table.ts'

/**
 * Tries mistakes one by one in a copy of the project, after the specs have passed there without any, and prints the
 * table on stdout and its progress on stderr.
 *
 * @param words - a mistake is tried if its name has one of them; without any, all are
 * @returns whether every spec that was to go red did
 * @throws {HomeworkError} if no mistake is meant, or the specs are red without one
 */
export async function tryMistakes(project: string, words: readonly string[]): Promise<boolean> {
  const chosen = chosenBy(words)
  const sandbox = new Sandbox(project)
  try {
    const specs = [...new Set(chosen.flatMap(({ seenBy }) => seenBy))]
    console.error(`Without a mistake: ${specs.length} specs…`)
    const sound = await sandbox.run(specs)
    const fault = faultWithoutMistake(sound, specs)
    if (fault !== null)
      throw new HomeworkError(`The zoo needs specs that pass without a mistake, but ${fault}. Mend that first.`)
    const tried: Tried[] = []
    for (const [index, mistake] of chosen.entries()) {
      const run = await sandbox.run(mistake.seenBy, mistake)
      const each = { mistake, run }
      tried.push(each)
      console.error(`${String(index + 1).padStart(2)}/${chosen.length}  ${outcomeOf(each)}  ${mistake.name}`)
    }
    console.log(`${tableOf(tried)}\n\n${countsOf(tried)} Without a mistake all ${sound.tests} tests pass.`)
    return tried.every((each) => each.run.broken === null && blindSpecs(each).length === 0)
  } finally {
    sandbox.remove()
  }
}

function chosenBy(words: readonly string[]): readonly Mistake[] {
  if (words.length === 0) return mistakes
  const chosen = mistakes.filter(({ name }) => words.some((word) => name.toLowerCase().includes(word.toLowerCase())))
  if (chosen.length > 0) return chosen
  throw new HomeworkError(
    `No mistake of the zoo has '${words.join("', '")}' in its name. They are: ${mistakes.map(({ name }) => name).join('; ')}.`,
  )
}

function faultWithoutMistake({ failures, broken, asked }: SpecRun, specs: readonly string[]): string | null {
  const [first] = failures
  if (first !== undefined) return `${first.spec} says: ${first.message}`
  if (broken !== null) return broken
  const silent = specs.filter((spec) => !asked.includes(spec))
  return silent.length === 0 ? null : `no test ran in ${silent.join(', ')}; claims of Problem 3 need MNIST`
}

function outcomeOf(each: Tried): string {
  if (each.run.broken !== null) return `DOES NOT RUN (${each.run.broken})`
  const blind = blindSpecs(each)
  return blind.length === 0 ? `seen by ${each.run.failures.length} tests` : `NOT SEEN BY ${blind.join(', ')}`
}

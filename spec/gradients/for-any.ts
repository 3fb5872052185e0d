import { setImmediate as otherTasks } from 'node:timers/promises'
import fc from 'fast-check'
import { type TestContext, test } from 'vitest'
import { propertySeed } from '../../src/random/property-seed.ts'
import { readSwitches, type Switches } from '../../src/switches.ts'
import { replayCommand } from './replay-command.ts'

/** What is said of every case, and how many cases to ask. */
export interface Property<Case> {
  /** gives the property a seed of its own */
  readonly name: string
  readonly arbitrary: fc.Arbitrary<Case>
  /** throws, or returns false, where the property is false */
  readonly holds: Holds<Case>
  /** counterexamples that were found once; they are tried before all others */
  readonly examples?: readonly Case[]
  /** a case takes so many times as long as that of a single operation, so there are as many times fewer; 1 by default */
  readonly cost?: number
}

export type Holds<Case> = (value: Case) => unknown

/**
 * A test that a property holds for all generated cases. It fails by the smallest counterexample, with the command that
 * replays it.
 *
 * @param title - of the test; with the titles around it, it is the name of the property
 */
export function forAny<Case>(
  title: string,
  arbitrary: fc.Arbitrary<Case>,
  holds: Holds<Case>,
  options: Pick<Property<Case>, 'examples' | 'cost'> = {},
): void {
  const switches = readSwitches(process.env)
  // Ample even on a busy machine: it is to end what hangs.
  test(title, { timeout: 600_000 + 500 * switches.gradientRuns }, async ({ task }) => {
    const name = fullName(task)
    const failure = await failureOf({ name, arbitrary, holds, ...options }, switches)
    if (failure === null) return
    const command = replayCommand({ ...switches, gradientPath: failure.path }, task.file.name, name)
    throw new Error(`${failure.message}\nReplay this case alone by\n  ${command}\n`, { cause: failure.cause })
  })
}

/** Why a property is false. */
export interface Failure {
  /** the reason first, as some who read it show the first line alone */
  readonly message: string
  /** of the counterexample, as fast-check names it */
  readonly path: string
  /** what the predicate threw on it */
  readonly cause: unknown
}

/** Asks a property's cases, or the one of the switches, until one is false; null if all hold. */
export async function failureOf<Case>(
  { name, arbitrary, holds, examples = [], cost = 1 }: Property<Case>,
  { seed: masterSeed, gradientRuns, gradientPath }: Pick<Switches, 'seed' | 'gradientRuns' | 'gradientPath'>,
): Promise<Failure | null> {
  const seed = propertySeed(masterSeed, name)
  const property = fc.asyncProperty(arbitrary, async (value) => {
    // Or no timer would run before the last case, neither that of the time limit nor that of the watchdog.
    await otherTasks()
    return (await holds(value)) !== false
  })
  const details = await fc.check(property, {
    seed,
    examples: examples.map((example): [Case] => [example]),
    ...(gradientPath === null
      ? { numRuns: examples.length + Math.ceil(gradientRuns / cost) }
      : { path: gradientPath, numRuns: 1, endOnFailure: true }),
  })
  if (!details.failed) return null
  const path = details.counterexamplePath ?? gradientPath ?? '0'
  const cause = details.errorInstance
  const reason = cause instanceof Error ? cause.message : 'the predicate is false'
  const counterexample =
    details.counterexample === null
      ? `no case: ${details.numSkips} were skipped, and too few are left`
      : `${fc.stringify(details.counterexample[0])}, case ${details.numRuns}, shrunk ${details.numShrinks} times`
  const where = `master seed ${JSON.stringify(masterSeed)}, seed ${seed}, path ${path}`
  return { message: `${reason}\n"${name}" fails for\n  ${counterexample}\n  ${where}`, path, cause }
}

type Task = TestContext['task']

function fullName(task: Task | NonNullable<Task['suite']>): string {
  return task.suite === undefined ? task.name : `${fullName(task.suite)} ${task.name}`
}

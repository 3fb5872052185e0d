import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { HomeworkError } from '../../src/homework-error.ts'
import { writeWhole } from '../../src/report/write-whole.ts'
import { chosenWorks } from './chosen-works.ts'
import { type Contender, findContenders } from './contenders.ts'
import { race } from './race.ts'
import { workAsMarkdown } from './table.ts'
import { targets } from './targets.ts'

/** Switches of `npm run bench`. */
export interface RaceOptions {
  readonly rounds: number
  /** a part of the name or of the key of the works to do */
  readonly only: string
  readonly python: string | undefined
  /** files to write the timings and the tables to */
  readonly json: string | undefined
  readonly markdown: string | undefined
}

/** @throws {HomeworkError} if no work is named so, or the Python is none */
export async function raceCommand({ rounds, only, python, json, markdown }: RaceOptions): Promise<void> {
  const chosen = chosenWorks(only)
  const contenders = await findContenders(python, python === undefined ? [] : modulesOf(python), availableParallelism())
  const machine = `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${availableParallelism()} cores, Node ${process.versions.node}`
  const tables = [`${machine}; ${rounds} rounds in turn, medians with 95 % intervals.`]
  console.log(tables[0])
  const results = []
  for (const work of chosen) {
    const timings = await race(work, contenders, rounds)
    const table = workAsMarkdown(
      work,
      timings,
      targets.filter((target) => target.work === work.key),
    )
    console.log(table)
    tables.push(table)
    results.push({ work: work.name, unit: work.unit, timings })
  }
  console.log(`\n${tailOf(contenders)}`)
  if (json !== undefined) writeWhole(json, `${JSON.stringify({ machine, rounds, results }, null, 2)}\n`)
  if (markdown !== undefined) writeWhole(markdown, `${tables.join('\n')}\n`)
}

/** Those of Keras, JAX and PyTorch that a Python has, without loading them. */
function modulesOf(python: string): string[] {
  const ask = 'import importlib.util as u; print(*[m for m in ("keras", "jax", "torch") if u.find_spec(m)])'
  try {
    return execFileSync(python, ['-c', ask], { encoding: 'utf8' }).split(/\s+/).filter(Boolean)
  } catch (error) {
    throw new HomeworkError(
      `--python ${python} is no Python that answers (${(error as Error).message.split('\n')[0]}). ` +
        'Name one that has Keras or JAX, or let npm run bench:python make one.',
    )
  }
}

function tailOf(contenders: readonly Contender[]): string {
  return contenders.some(({ name }) => name.startsWith('Keras'))
    ? ''
    : 'Without Keras no target is measured: npm run bench:python makes a Python that has it.'
}

/** The Python that `npm run bench:python` made, if it did. */
export function ownPython(environment: string): string | undefined {
  return [`${environment}/bin/python`, `${environment}/Scripts/python.exe`].find((path) => existsSync(path))
}

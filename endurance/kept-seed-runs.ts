import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { HomeworkError } from '../src/homework-error.ts'
import type { ClaimsJson } from '../src/report/claims-json.ts'
import { writeWhole } from '../src/report/write-whole.ts'
import type { Scale } from '../src/switches.ts'

/** What runs under several seeds must have in common to be counted together. */
export interface SeedRunKey {
  /** SHA-256 of what the verdicts depend on; null if that was changed since its commit */
  readonly sources: string | null
  readonly scale: Scale
  /** HOMEWORK_BACKEND */
  readonly backend: string
  /** the version of Node, whose Math the trainings use */
  readonly node: string
  /** the claims, as `npm run claims` takes them */
  readonly words: readonly string[]
}

/** A run of the claims under a seed of its own. */
export interface SeedRun {
  readonly seed: string
  /** of the process: 0 if the gate was green */
  readonly code: number | null
  readonly seconds: number
  /** the most memory that one of its processes held */
  readonly peakBytes: number
  readonly report: ClaimsJson
}

const entry = v.looseObject({
  id: v.string(),
  reading: v.string(),
  part: v.string(),
  file: v.string(),
  verdict: v.string(),
  pinned: v.string(),
  passed: v.boolean(),
  test: v.nullable(v.string()),
  lost: v.number(),
  twin: v.nullable(v.looseObject({ verdict: v.string() })),
  evidence: v.array(v.looseObject({ metric: v.string(), value: v.nullable(v.number()), unit: v.string() })),
})

const keptRun = v.object({
  key: v.unknown(),
  seed: v.string(),
  code: v.nullable(v.number()),
  seconds: v.number(),
  peakBytes: v.number(),
  report: v.looseObject({ backend: v.looseObject({ name: v.string() }), claims: v.array(entry) }),
})

/** Keeps a run, with its report for whoever wants to know why something flipped. */
export function keepSeedRun(folder: string, key: SeedRunKey, run: SeedRun): void {
  writeWhole(join(folder, `${run.seed}.json`), JSON.stringify({ key, ...run }, null, 1))
}

/**
 * The runs of a key that a folder keeps, red ones too, in the order in which they were made. None if the key has no sources.
 *
 * @throws {HomeworkError} that names a file that is no such run
 */
export function keptSeedRuns(folder: string, key: SeedRunKey): SeedRun[] {
  if (!existsSync(folder) || key.sources === null) return []
  const paths = readdirSync(folder).filter((name) => name.endsWith('.json'))
  const inOrder = paths
    .map((name) => join(folder, name))
    .sort((one, other) => statSync(one).mtimeMs - statSync(other).mtimeMs)
  return inOrder.flatMap((path) => {
    const { key: of, ...run } = parseSeedRun(path, readFileSync(path, 'utf8'))
    return JSON.stringify(of) === JSON.stringify(key) ? [run] : []
  })
}

/** @throws {HomeworkError} that names the file, if the text is no kept run */
export function parseSeedRun(path: string, text: string): SeedRun & { readonly key: unknown } {
  try {
    return v.parse(keptRun, JSON.parse(text)) as unknown as SeedRun & { readonly key: unknown }
  } catch (error) {
    throw new HomeworkError(`${path} is no run under a seed of its own as this version keeps it. Remove it.`, {
      cause: error,
    })
  }
}

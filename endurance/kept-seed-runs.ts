import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ClaimsJson } from '../src/report/claims-json.ts'
import { writeWhole } from '../src/report/write-whole.ts'

/** A run of the claims under a seed of its own. */
export interface SeedRun {
  readonly seed: string
  /** that was checked out; null outside a git checkout */
  readonly commit: string | null
  /** of the process; null if a signal ended it */
  readonly code: number | null
  readonly seconds: number
  /** the most memory that one of its processes held */
  readonly peakBytes: number
  /** null if the run ended before it had one */
  readonly report: ClaimsJson | null
}

/** Keeps a run in a folder of its own: `run.json`, and `claims.json` for whoever wants to know why something flipped. */
export function keepSeedRun(folder: string, { report, ...run }: SeedRun): void {
  if (report !== null) writeWhole(join(folder, run.seed, 'claims.json'), JSON.stringify(report, null, 2))
  // The last one: a run that has it is there as a whole.
  writeWhole(join(folder, run.seed, 'run.json'), JSON.stringify(run))
}

/** The runs of a commit that a folder keeps, red ones too, by their seeds. */
export function keptSeedRuns(folder: string, commit: string | null): SeedRun[] {
  if (!existsSync(folder) || commit === null) return []
  const runs = readdirSync(folder).filter((seed) => existsSync(join(folder, seed, 'run.json')))
  return runs.map((seed) => readSeedRun(join(folder, seed))).filter((run) => run.commit === commit)
}

function readSeedRun(folder: string): SeedRun {
  const report = join(folder, 'claims.json')
  const run = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8'))
  return { ...run, report: existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null }
}

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isTimed } from '../src/claims/evidence.ts'
import type { ClaimEntry, ClaimsJson } from '../src/report/claims-json.ts'
import { runStoreDirectory } from '../src/training/laboratory.ts'
import { root } from './claims-run.ts'

export const reportPath = join(root, 'claims-report', 'claims.json')

/** What of the last report every run of the same claims must repeat, to the last bit: all but times and the commit. */
export function repeatableResults(): string {
  const {
    wallSeconds: _,
    errorBudget: __,
    commit: ___,
    ...report
  }: ClaimsJson = JSON.parse(readFileSync(reportPath, 'utf8'))
  return JSON.stringify({ ...report, claims: report.claims.map(withoutTimes) })
}

function withoutTimes({ seconds: _, ...claim }: ClaimEntry): object {
  if (!claim.evidence.some(isTimed)) return claim
  const { id, reading, part, verdict, passed } = claim
  return { id, reading, part, verdict, passed }
}

/** A finished run in the store. */
export interface StoredRun {
  readonly sha256: string
  /** changes when the run is trained anew */
  readonly file: bigint
}

/** The finished runs of a cache, by the names of their files. */
export function storedRuns(cache: string): ReadonlyMap<string, StoredRun> {
  const folder = runStoreDirectory(cache)
  return new Map(
    namesIn(folder)
      .filter((name) => name.endsWith('.run'))
      .sort()
      .map((name) => [
        name,
        { sha256: digestOf(join(folder, name)), file: statSync(join(folder, name), { bigint: true }).ino },
      ]),
  )
}

/** What is being trained, or was when a process was killed. */
export function drafts(cache: string): string[] {
  return namesIn(join(runStoreDirectory(cache), 'in-training'))
}

/** The digests alone, to compare. */
export function digests(runs: ReadonlyMap<string, StoredRun>): string {
  return [...runs].map(([name, { sha256 }]) => `${sha256}  ${name}`).join('\n')
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : []
}

function digestOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}

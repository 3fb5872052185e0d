import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { isTimed } from '../src/claims/evidence.ts'
import { nameOf } from '../src/claims/front-matter.ts'
import type { ClaimEntry, ClaimsJson } from '../src/report/claims-json.ts'
import { runStoreDirectory } from '../src/training/laboratory.ts'

export function reportPath(project: string): string {
  return join(project, 'claims-report', 'claims.json')
}

export function reportIn(project: string): ClaimsJson {
  return JSON.parse(readFileSync(reportPath(project), 'utf8'))
}

/**
 * What of a project's last report every run of the same claims must repeat, to the last bit: all but times and the commit. One text
 * a claim, by its name, and one for the rest.
 */
export function repeatableResults(project: string): ReadonlyMap<string, string> {
  const report = reportIn(project)
  const { scale, seed, partial, notLoaded, backend, data } = report
  return new Map([
    ['the run', JSON.stringify({ scale, seed, partial, notLoaded, backend, data })],
    ...report.claims.map((claim) => [nameOf(claim), JSON.stringify(withoutTimes(claim))] as const),
  ])
}

/** The names of what differs in two maps. */
export function differing<T>(one: ReadonlyMap<string, T>, other: ReadonlyMap<string, T>): string[] {
  const names = new Set([...one.keys(), ...other.keys()])
  return [...names].filter((name) => one.get(name) !== other.get(name))
}

function withoutTimes({ seconds: _, ...claim }: ClaimEntry): object {
  if (!claim.evidence.some(isTimed)) return claim
  const { id, reading, part, verdict, passed } = claim
  return { id, reading, part, verdict, passed }
}

/** The SHA-256 of each finished run in a cache, by the name of its file. */
export function storedRuns(cache: string): ReadonlyMap<string, string> {
  return new Map(runFiles(cache).map((path) => [basename(path), digestOf(path)]))
}

/** When the file of each finished run was written, in nanoseconds: one that is trained again is written later. */
export function writingTimes(cache: string): ReadonlyMap<string, bigint> {
  return new Map(runFiles(cache).map((path) => [basename(path), statSync(path, { bigint: true }).mtimeNs]))
}

function runFiles(cache: string): string[] {
  const folder = runStoreDirectory(cache)
  const names = namesIn(folder).filter((name) => name.endsWith('.run'))
  return names.sort().map((name) => join(folder, name))
}

/** What is being trained, or was when a process was killed. */
export function drafts(cache: string): string[] {
  return namesIn(join(runStoreDirectory(cache), 'in-training'))
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : []
}

function digestOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}

import { nameOf } from '../../claims/front-matter.ts'
import type { Change } from './change.ts'
import type { ComparedClaim, ComparedReport } from './compared-report.ts'
import { metricChanges } from './metric-changes.ts'
import { verdictChanges } from './verdict-changes.ts'

export interface Comparison {
  readonly changes: readonly Change[]
  /** what was left out of the comparison, and why, in sentences */
  readonly notes: readonly string[]
  /** how many claims stand in both reports */
  readonly compared: number
}

/**
 * Compares two reports, claim by claim.
 *
 * Verdicts are always compared. Metrics are compared where engine, scale and seed are the same, as stored ones are: over
 * the union of their names, within the row of the tolerance table for the claim's kind (replayed arithmetic for exact
 * claims and theorems, a statistic of the host for all others). Anywhere else another sample is drawn or rounded
 * otherwise, so that the verdict is all that must agree. Times are never compared. A claim that a partial report lacks
 * was not asked for, and has vanished only if its spec failed to load.
 */
export function compareReports(before: ComparedReport, after: ComparedReport): Comparison {
  const unlike = unlikeRuns(before, after)
  const old = new Map(before.claims.map((claim) => [nameOf(claim), claim]))
  const now = new Map(after.claims.map((claim) => [nameOf(claim), claim]))
  const left = [...old].filter(([name, claim]) => wasLeftOut(claim, now.get(name), after)).map(([name]) => name)
  const both = [...now].filter(([name]) => old.has(name) && !left.includes(name))
  const found = [
    ...both.flatMap(([name, claim]) => changesOf(old.get(name)!, claim, unlike === null)),
    ...[...now].filter(([name]) => !old.has(name)).map(([, claim]) => wholeClaim('added', claim)),
    ...[...old]
      .filter(([name]) => !now.has(name) && !left.includes(name))
      .map(([, claim]) => wholeClaim('vanished', claim)),
  ]
  return { changes: found, notes: notesOf(before, unlike, left.length), compared: both.length }
}

/** Whether a claim is missing because nobody asked for it. */
function wasLeftOut(
  { file }: ComparedClaim,
  now: ComparedClaim | undefined,
  { partial, notLoaded }: ComparedReport,
): boolean {
  if (!partial) return false
  return now === undefined ? !notLoaded.includes(file) : now.verdict === 'not-run' && now.passed
}

function wholeClaim(difference: 'added' | 'vanished', claim: ComparedClaim): Change {
  const words = `${claim.statement}: ${claim.verdict}`
  return { claim: nameOf(claim), difference, words, regressed: difference === 'vanished' }
}

function changesOf(before: ComparedClaim, after: ComparedClaim, metrics: boolean): Change[] {
  const found = [...verdictChanges(before, after), ...(metrics ? metricChanges(before, after) : [])]
  return found.map((change) => ({ claim: nameOf(after), ...change }))
}

/** Why metrics are not compared; null if they are. */
function unlikeRuns(before: ComparedReport, after: ComparedReport): string | null {
  const differing = [
    before.backend.name !== after.backend.name && `engine (${before.backend.name}, ${after.backend.name})`,
    before.scale !== after.scale && `scale (${before.scale}, ${after.scale})`,
    before.seed !== after.seed && `seed (${before.seed}, ${after.seed})`,
  ].filter((words) => words !== false)
  return differing.length === 0
    ? null
    : `Only verdicts are compared, and no metrics: the runs differ in ${differing.join(', ')}.`
}

function notesOf(before: ComparedReport, unlike: string | null, left: number): string[] {
  return [
    ...(unlike === null ? [] : [unlike]),
    ...(left === 0
      ? []
      : [`The new report is partial: ${left === 1 ? 'one claim was' : `${left} claims were`} not run for it.`]),
    ...(before.partial ? ['The old report is partial: what is added may only have been left out of it.'] : []),
  ]
}

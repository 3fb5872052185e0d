import { formatNumber } from '../../claims/format-number.ts'
import { nameOf } from '../../claims/front-matter.ts'
import { compareMetrics, type Metric } from '../../claims/metric-snapshot.ts'
import { metricsToStore } from '../../claims/metrics-to-store.ts'
import type { Outcome } from '../../claims/verdict.ts'
import type { ComparedClaim, ComparedReport } from './compared-report.ts'

/** What differs in a claim between two reports. */
export type Difference =
  /** reproduced and refuted have changed places */
  | 'flipped'
  /** a finding has lost its evidence */
  | 'lost'
  /** a claim that was undecided has a verdict */
  | 'decided'
  /** the gate is red for a claim that passed: its twin or its stored metrics */
  | 'red'
  /** a metric is out of tolerance, vanished or new */
  | 'metric'
  | 'vanished'
  | 'added'

export interface Change {
  /** as the claim is called in messages */
  readonly claim: string
  readonly difference: Difference
  readonly words: string
  /** whether it is one that a gate should stop at */
  readonly regressed: boolean
}

export interface Comparison {
  readonly changes: readonly Change[]
  /** what was left out of the comparison, and why, in sentences */
  readonly notes: readonly string[]
  /** how many claims stand in both reports */
  readonly compared: number
}

/** How much each outcome says. */
const weight: Readonly<Record<Outcome, number>> = { 'not-run': 0, inconclusive: 1, refuted: 2, reproduced: 2 }

/**
 * Compares two reports, claim by claim.
 *
 * Verdicts are always compared. Metrics are compared where engine, scale and seed are the same, as stored ones are: over the union of
 * their names, within the row of the tolerance table for the claim's kind (replayed arithmetic for exact claims and theorems, a
 * statistic of the host for all others). Anywhere else another sample is drawn or rounded otherwise, so that the verdict is all that
 * must agree. Times are never compared. A claim that a partial report lacks was not asked for, and has not vanished.
 */
export function compareReports(before: ComparedReport, after: ComparedReport): Comparison {
  const old = new Map(before.claims.map((claim) => [nameOf(claim), claim]))
  const unlike = unlikeRuns(before, after)
  const changes: Change[] = []
  let compared = 0
  let left = 0
  for (const claim of after.claims) {
    const name = nameOf(claim)
    const earlier = old.get(name)
    old.delete(name)
    if (earlier === undefined) {
      changes.push({
        claim: name,
        difference: 'added',
        words: `${claim.statement}: ${claim.verdict}`,
        regressed: false,
      })
    } else if (after.partial && claim.verdict === 'not-run') {
      left++
    } else {
      compared++
      const found = [...verdictChange(earlier, claim), ...(unlike === null ? metricChanges(earlier, claim) : [])]
      changes.push(...found.map((change) => ({ claim: name, ...change })))
    }
  }
  for (const [name, { statement, verdict }] of old) {
    if (after.partial) left++
    else changes.push({ claim: name, difference: 'vanished', words: `${statement}: ${verdict}`, regressed: true })
  }
  return { changes, notes: notesOf(before, unlike, left), compared }
}

type ChangeOfClaim = Omit<Change, 'claim'>

function verdictChange(before: ComparedClaim, after: ComparedClaim): ChangeOfClaim[] {
  if (before.verdict === after.verdict) {
    if (after.passed || !before.passed) return []
    const repinned = after.verdict !== after.pinned
    const words = repinned ? pinned(after) : `${after.verdict} as pinned, but its twin or its stored metrics fail`
    return [{ difference: 'red', words, regressed: true }]
  }
  const gain = weight[after.verdict] - weight[before.verdict]
  const difference = gain === 0 ? 'flipped' : gain < 0 ? 'lost' : 'decided'
  const words = `${before.verdict} → ${pinned(after)}`
  return [{ difference, words, regressed: gain <= 0 || (before.passed && !after.passed) }]
}

/** 'refuted, as it is pinned now'. */
function pinned({ verdict, pinned }: ComparedClaim): string {
  return verdict === pinned ? `${verdict}, as it is pinned now` : `${verdict}, pinned ${pinned}`
}

function metricChanges(before: ComparedClaim, after: ComparedClaim): ChangeOfClaim[] {
  // What was not judged has no metrics, and the verdict says so.
  if (before.evidence.length === 0 || after.evidence.length === 0) return []
  const [expected, obtained] = [before, after].map(({ kind, evidence }) => ({
    header: '',
    metrics: metricsToStore(kind, evidence) as readonly Metric[],
  }))
  const { faults } = compareMetrics(obtained!, expected!)
  return [...faults].map(([name, fault]) => ({
    difference: 'metric',
    words: `${name}: ${fault}${outsideInterval(name, before, after)}`,
    regressed: true,
  }))
}

/** Tells a real change from one of rounding. */
function outsideInterval(name: string, before: ComparedClaim, after: ComparedClaim): string {
  const earlier = before.evidence.find(({ metric }) => metric === name)
  const value = after.evidence.find(({ metric }) => metric === name)?.value ?? null
  if (!earlier || earlier.low === null || earlier.high === null || value === null) return ''
  const inside = value >= earlier.low && value <= earlier.high
  return `, ${inside ? 'inside' : 'outside'} the earlier interval [${formatNumber(earlier.low)}, ${formatNumber(earlier.high)}]`
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

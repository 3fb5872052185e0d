import { nameOf } from '../../claims/front-matter.ts'
import type { ClaimEntry, ClaimsJson } from '../claims-json.ts'

/** What a claim came to over fresh seeds. */
export interface ClaimOverSeeds {
  /** 'P1.3 (as-assigned, accuracy)' */
  readonly claim: string
  readonly pinned: string
  /** runs in which it was judged, or could not be */
  readonly runs: number
  readonly asPinned: number
  /** decided, but not as pinned */
  readonly flipped: number
  /** inconclusive, though a decision is pinned */
  readonly lost: number
  /** runs in which the negative twin got the pinned verdict too */
  readonly twinsKept: number
  /** runs in which the gate was red for another reason: the decision was too unsafe, or a test failed */
  readonly otherwiseRed: number
  /** runs in which it could not be judged, for want of its data */
  readonly notRun: number
  /** the largest chance to miss the verdict that a report has said */
  readonly mostLost: number
}

/** Each claim of the reports over all of them, in their order. */
export function verdictsOverSeeds(reports: readonly ClaimsJson[]): ClaimOverSeeds[] {
  const entries = new Map<string, ClaimEntry[]>()
  for (const entry of reports.flatMap(({ claims }) => claims)) {
    entries.set(nameOf(entry), [...(entries.get(nameOf(entry)) ?? []), entry])
  }
  return [...entries].map(([claim, all]) => {
    const count = (isSuch: (entry: ClaimEntry) => boolean) => all.filter(isSuch).length
    const isLost = ({ verdict, pinned }: ClaimEntry) => verdict === 'inconclusive' && pinned !== 'inconclusive'
    const isAsPinned = ({ verdict, pinned }: ClaimEntry) => verdict === pinned
    const isNotRun = ({ verdict }: ClaimEntry) => verdict === 'not-run'
    const keepsTwin = ({ twin, pinned }: ClaimEntry) => twin?.verdict === pinned
    return {
      claim,
      pinned: all[0]!.pinned,
      runs: all.length,
      asPinned: count(isAsPinned),
      flipped: count((entry) => !isAsPinned(entry) && !isLost(entry) && !isNotRun(entry)),
      lost: count(isLost),
      twinsKept: count(keepsTwin),
      otherwiseRed: count((entry) => !entry.passed && isAsPinned(entry) && !keepsTwin(entry)),
      notRun: count(isNotRun),
      mostLost: Math.max(...all.map(({ lost }) => lost)),
    }
  })
}

/** Whether the gate was green for the claim with each seed that it was run with. */
export function isSteady({ runs, asPinned, notRun, twinsKept, otherwiseRed }: ClaimOverSeeds): boolean {
  return asPinned + notRun === runs && twinsKept === 0 && otherwiseRed === 0
}

import { lostDecision } from '../../claims/error-budget.ts'
import { nameOf } from '../../claims/front-matter.ts'
import { groupBy } from '../../group-by.ts'
import { quantile } from '../../statistics/quantile.ts'
import type { ClaimEntry, ClaimsJson } from '../claims-json.ts'

/** What a claim came to over fresh seeds. */
export interface ClaimOverSeeds {
  /** 'P1.3 (as-assigned, accuracy)' */
  readonly claim: string
  readonly pinned: string
  /** runs whose report has it, judged or not */
  readonly runs: number
  /** judged, with the pinned verdict */
  readonly asPinned: number
  /** decided, but not as pinned */
  readonly flipped: number
  /** inconclusive, though a decision is pinned */
  readonly lost: number
  /** runs in which the negative twin got the pinned verdict too */
  readonly twinsKept: number
  /** runs in which the gate was red for another reason: the experiment threw, a test failed */
  readonly otherwiseRed: number
  /** runs in which it could not be judged, for want of its data */
  readonly notRun: number
  /** runs at a scale that it is not tried at, where it is undecided without a test */
  readonly notTried: number
  /** the chance to miss the pinned verdict, as each report with it says: the median; null where no report decides it so */
  readonly medianLost: number | null
  /** the largest of these chances */
  readonly mostLost: number | null
}

/** Each claim of the reports over all of them, in their order. */
export function verdictsOverSeeds(reports: readonly ClaimsJson[]): ClaimOverSeeds[] {
  const entries = reports.flatMap(({ claims }) => claims)
  return [...groupBy(entries, nameOf)].map(([claim, all]) => {
    const count = (isSuch: (entry: ClaimEntry) => boolean) => all.filter(isSuch).length
    const isDecided = ({ verdict }: ClaimEntry) => verdict === 'reproduced' || verdict === 'refuted'
    const isAsPinned = ({ verdict, pinned, test }: ClaimEntry) => verdict === pinned && test !== null
    const isFlipped = (entry: ClaimEntry) => isDecided(entry) && entry.verdict !== entry.pinned
    const isLost = ({ verdict, pinned }: ClaimEntry) => verdict === 'inconclusive' && pinned !== 'inconclusive'
    const keepsTwin = ({ twin, pinned }: ClaimEntry) => twin?.verdict === pinned
    const isSeen = (entry: ClaimEntry) => isFlipped(entry) || isLost(entry) || keepsTwin(entry)
    const chances = all.filter((entry) => isDecided(entry) && isAsPinned(entry)).map(({ lost }) => lost)
    return {
      claim,
      pinned: all[0]!.pinned,
      runs: all.length,
      asPinned: count(isAsPinned),
      flipped: count(isFlipped),
      lost: count(isLost),
      twinsKept: count(keepsTwin),
      otherwiseRed: count((entry) => !entry.passed && !isSeen(entry)),
      notRun: count(({ verdict, passed }) => verdict === 'not-run' && passed),
      notTried: count(({ verdict, test, passed }) => verdict === 'inconclusive' && test === null && passed),
      medianLost: chances.length === 0 ? null : quantile(chances, 0.5),
      mostLost: chances.length === 0 ? null : Math.max(...chances),
    }
  })
}

/** Whether the gate was green for the claim with each seed that it was judged with, and it was judged at all. */
export function isSteady(claim: ClaimOverSeeds): boolean {
  return claim.asPinned > 0 && !isUnsteady(claim)
}

/** Whether the gate was red for the claim with any seed. */
export function isUnsteady({ flipped, lost, twinsKept, otherwiseRed }: ClaimOverSeeds): boolean {
  return flipped + lost + twinsKept + otherwiseRed > 0
}

/** Below that many seeds the median says little: of twenty values it lies within a third of a standard error of the truth. */
const fewestSeeds = 10

/**
 * Whether a decided verdict is missed by a fresh seed more often than its share of the error budget allows. One report's own word for that
 * is a matter of chance; the median over seeds, none of which had a part in choosing the pin, is not.
 */
export function isUnsafe({ asPinned, medianLost }: ClaimOverSeeds): boolean {
  return asPinned >= fewestSeeds && medianLost !== null && medianLost > lostDecision
}

import type { Outcome } from '../../claims/verdict.ts'
import type { ChangeOfClaim } from './change.ts'
import type { ComparedClaim } from './compared-report.ts'

/** How much each outcome says. */
const weight: Readonly<Record<Outcome, number>> = { 'not-run': 0, inconclusive: 1, refuted: 2, reproduced: 2 }

/** How the verdict of a claim has changed, or else whether its gate is newly red; nothing if neither. */
export function verdictChanges(before: ComparedClaim, after: ComparedClaim): ChangeOfClaim[] {
  if (before.verdict === after.verdict) {
    if (after.passed || !before.passed) return []
    const repinned = after.verdict !== after.pinned
    const words = repinned
      ? pinned(after)
      : `${after.verdict} as pinned, but not safely so, or its twin or its stored metrics fail`
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

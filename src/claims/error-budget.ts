/**
 * The chance, over all claims of the suite together, that a run with a fresh seed says something wrong: decides a
 * verdict that is false, or misses a decision that is pinned, if the measured effect is the true one. Where a pin was chosen
 * for what was measured it is missed more often (docs/gate); and a claim that is pinned as undecided is not covered: a
 * fresh seed may decide it.
 */
export const familywise = 1e-3

/** How many claims judged by chance the budget is cut for. */
const claimsJudgedByChance = 125

/** The most that one claim may spend: both of its errors together. */
export const share = familywise / claimsJudgedByChance

/** Half of a share: the chance that a decided verdict is false. Each judge holds its own test to it. */
export const falseDecision = share / 2

/** Half of a share: the chance that a pinned decision is missed, if the measured effect is the true one. A claim that exceeds it needs more runs. */
export const lostDecision = share / 2

/** What the given judgements spend of the suite's budget. */
export function spent(judgements: Iterable<{ readonly alpha: number; readonly lost: number }>): number {
  let sum = 0
  for (const { alpha, lost } of judgements) sum += alpha + lost
  return sum
}

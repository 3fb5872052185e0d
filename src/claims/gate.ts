import type { Scale } from '../switches.ts'
import { share } from './error-budget.ts'
import { formatNumber } from './format-number.ts'
import { type FrontMatter, nameOf, pinnedVerdict } from './front-matter.ts'
import { isHeldToBudget } from './held-to-budget.ts'
import type { Judgement } from './judgement.ts'

/** The gate goes red: a finding flipped, lost its evidence, or its spec cannot fail. The message is for a person. */
export class GateError extends Error {
  override readonly name = 'GateError'
}

/**
 * Holds a measured verdict to the pinned one.
 *
 * @throws {GateError} if the judgement names no test, or if the verdict differs
 */
export function holdToPin(claim: FrontMatter, scale: Scale, judgement: Judgement): void {
  const pinned = pinnedVerdict(claim.pinned[scale])
  if (judgement.test.trim() === '') {
    throw new GateError(
      [
        `The finding ${nameOf(claim)} is ${judgement.verdict} by a test without a name: ${JSON.stringify(judgement.test)}.`,
        `Measured: ${judgement.finding}`,
        'Remedy: let the judge say in its test what was compared with what.',
      ].join('\n'),
    )
  }
  if (judgement.verdict !== pinned) {
    const lost = judgement.verdict === 'inconclusive'
    throw new GateError(
      [
        lost
          ? `The finding ${nameOf(claim)} has lost its evidence: pinned as ${pinned} at ${scale} scale, now inconclusive.`
          : `The finding ${nameOf(claim)} has flipped: pinned as ${pinned} at ${scale} scale, now ${judgement.verdict}.`,
        `Claim: ${claim.statement}.`,
        `Measured: ${judgement.finding}`,
        `Test: ${judgement.test}.`,
        lost
          ? 'Remedy: find what made the evidence weaker (fewer runs, more spread, diverged runs) and mend that.'
          : `Remedy: find out what changed the result. Only if the new finding is true, pin ${judgement.verdict} and explain it.`,
      ].join('\n'),
    )
  }
}

/**
 * Holds a decided verdict to its share of the error budget.
 *
 * That is settled with the default seed, where a claim gets its pin and its count of runs, and where the estimate is the same each time.
 * Another seed only asks whether the verdict holds, and so does each run of a claim about seconds: they are estimates drawn anew, and a
 * verdict that holds was not missed, whatever one more of them says. Over many seeds `npm run claims:seeds` holds their median.
 *
 * @throws {GateError} if both of its errors cost more than one claim may spend
 */
export function holdToShare(claim: FrontMatter, scale: Scale, seed: string, judgement: Judgement): void {
  const cost = judgement.alpha + judgement.lost
  const isHeld = isHeldToBudget(seed, judgement.evidence) && pinnedVerdict(claim.pinned[scale]) !== 'inconclusive'
  if (!isHeld || cost <= share) return
  throw new GateError(
    [
      `The finding ${nameOf(claim)} is ${judgement.verdict} as pinned, but not safely so.`,
      `It spends ${formatNumber(cost)} of the error budget, where one claim may spend ${formatNumber(share)}: if the measured ` +
        `effect is the true one, a fresh seed misses this verdict with probability ${formatNumber(judgement.lost)}.`,
      `Measured: ${judgement.finding}`,
      'Remedy: more independent runs, or a pin { inconclusive: … } with the reason.',
    ].join('\n'),
  )
}

/**
 * Holds the twin's verdict away from the pinned one.
 *
 * @throws {GateError} if the twin is judged as the claim is pinned, so that the spec proves nothing
 */
export function holdTwinApart(claim: FrontMatter, scale: Scale, changed: string, twin: Judgement): void {
  const pinned = pinnedVerdict(claim.pinned[scale])
  if (twin.verdict !== pinned) return
  throw new GateError(
    [
      `The negative twin of ${nameOf(claim)} keeps the pinned verdict: with '${changed}' it is ${pinned} all the same.`,
      `Measured on the twin: ${twin.finding}`,
      'Remedy: the judge does not see what the claim is about, or the twin does not remove its cause; mend either.',
    ].join('\n'),
  )
}

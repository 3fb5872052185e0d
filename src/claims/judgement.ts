import type { Evidence } from './evidence.ts'
import type { Verdict } from './verdict.ts'

/** What a judge says of the evidence. */
export interface Judgement {
  readonly verdict: Verdict
  /** the test by its name, with its hypotheses in words */
  readonly test: string
  /** the chance that the verdict, if decided, is false: an upper bound; 0 where chance plays no part */
  readonly alpha: number
  /** the chance that a run with a fresh seed misses this verdict, if the measured effect is the true one */
  readonly lost: number
  /** the smallest effect, in the unit of the first evidence, that this much data would find; null where it has no meaning */
  readonly detectable: number | null
  /** the number that the claim compares the first evidence with, and that is no reported one; absent if there is none */
  readonly bound?: number
  /** the judged quantity first */
  readonly evidence: readonly Evidence[]
  /** one sentence with the numbers behind the verdict */
  readonly finding: string
}

/**
 * A judgement that rests on a condition: where it does not hold, nothing has been shown.
 *
 * @param reason - says what then is wrong, as a sentence
 */
export function provided(holds: boolean, reason: string, judgement: Judgement): Judgement {
  return holds ? judgement : { ...judgement, verdict: 'inconclusive', lost: 1, finding: reason }
}

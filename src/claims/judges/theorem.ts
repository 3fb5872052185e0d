import fc from 'fast-check'
import { exactEvidence } from '../evidence.ts'
import type { Judgement } from '../judgement.ts'

export interface TheoremQuestion<Values> {
  /** the theorem in words: "for any … such that … holds, …" */
  readonly statement: string
  readonly arbitrary: fc.Arbitrary<Values>
  readonly holds: (values: Values) => boolean
  readonly cases: number
  /** 32-bit seed of the generator */
  readonly seed: number
}

/**
 * Judges a universal statement over generated cases: `refuted` by the smallest counterexample that shrinking finds,
 * `reproduced` if every case holds. A counterexample is certain; its absence over the cases is evidence for a
 * statement that is proven elsewhere, so no error budget is spent.
 */
export function judgeTheorem<Values>(question: TheoremQuestion<Values>): Judgement {
  const { statement, arbitrary, holds, cases, seed } = question
  const details = fc.check(fc.property(arbitrary, holds), { seed, numRuns: cases })
  const counterexample = details.counterexample?.[0]
  const failed = counterexample !== undefined
  // A predicate that throws is a defect, no counterexample: judged again on the shrunk case, it throws here.
  const refuted = failed && !holds(counterexample)
  const hold = failed ? details.numRuns - 1 : details.numRuns
  const failing = `Case ${details.numRuns} fails`
  return {
    verdict: refuted ? 'refuted' : details.failed ? 'inconclusive' : 'reproduced',
    test: `property over ${cases} generated cases: ${statement}`,
    alpha: 0,
    lost: 0,
    detectable: null,
    evidence: [exactEvidence('cases_that_hold', hold, 'cases')],
    finding: refuted
      ? `${failing}; shrunk: ${fc.stringify(counterexample)} (seed ${seed}, path ${details.counterexamplePath}).`
      : failed
        ? `${failing}, and holds when it is judged again.`
        : `${hold} of ${cases} generated cases were judged and hold.`,
  }
}

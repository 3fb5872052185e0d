import { meanEvidence } from '../../claims/evidence.ts'
import type { OrderingQuestion } from '../../claims/judges/ordering.ts'
import { differences } from '../../statistics/differences.ts'
import type { Measures } from './measures.ts'
import { smallestEffects } from './smallest-effects.ts'

/** Whether hinge loss, the better by the claim, has pairs of trainings that disagree on fewer test points than the perceptron's. */
export function disagreementQuestion({
  better,
  worse,
}: {
  readonly better: Measures
  readonly worse: Measures
}): OrderingQuestion {
  return {
    metric: 'perceptron_minus_hinge_disagreement',
    values: differences(worse.disagreement, better.disagreement),
    claimed: { above: 0 },
    smallestEffect: smallestEffects.testPoints,
    units: 'pairs of training sets',
    context: [
      meanEvidence('hinge_disagreement', better.disagreement),
      meanEvidence('perceptron_disagreement', worse.disagreement),
    ],
  }
}

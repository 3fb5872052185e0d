// "results in a near zero partial derivative of the loss function" when a net has many layers (Problem 2, question 1).
// @module-tag small
import { claim } from '../../src/claims/claim.ts'
import { meanEvidence } from '../../src/claims/evidence.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import {
  deepNets,
  firstOverLast,
  firstOverLastSignal,
  measureGradients,
} from '../../src/experiments/vanishing-gradients/comparisons.ts'
import { nearZero, smallestEffects } from '../../src/experiments/vanishing-gradients/smallest-effects.ts'

claim({
  id: 'P2.1',
  reading: 'as-assigned',
  part: 'sigmoid',
  kind: 'ordering',
  scope: 'the method',
  statement: 'Over 20 sigmoid layers of gain 1 the first gradient is a thousand times smaller than the last',
  source: 'Problem 2, question 1: the written answer',
  reported: null,
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'Twelve powers of ten are lost on the way back: the derivative of sigmoid is at most 1/4, and gain 1 (weights of the ' +
    'standard deviation 1/√n for n inputs) does not make up for it. At gain 3 over five are still lost.',
  configuration: {
    quick: { ...deepNets.quick, activation: 'sigmoid', gain: 1 },
    full: { ...deepNets.full, activation: 'sigmoid', gain: 1 },
  },
  experiment: measureGradients,
  judge: (norms) =>
    judgeOrdering({
      metric: 'sigmoid_first_over_last_layer_gradient',
      values: firstOverLast(norms),
      unit: 'decade',
      claimed: { below: nearZero },
      smallestEffect: smallestEffects.decades,
      units: 'nets',
      context: [meanEvidence('sigmoid_first_over_last_layer_signal', firstOverLastSignal(norms), 'decade')],
    }),
  twin: { activation: 'tanh' },
})

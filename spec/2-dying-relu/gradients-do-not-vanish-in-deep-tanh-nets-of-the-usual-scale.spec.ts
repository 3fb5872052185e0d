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
  part: 'tanh',
  kind: 'ordering',
  scope: 'the method',
  statement: 'Over 20 tanh layers of gain 1 the first gradient is a thousand times smaller than the last',
  source: 'Problem 2, question 1: the written answer',
  reported: null,
  pinned: { quick: 'refuted', full: 'refuted' },
  explanation:
    'The derivative of tanh is 1 at 0. With weights of the standard deviation 1/√n for n inputs (gain 1) signals shrink ' +
    'slowly: over 20 layers about fivefold on the way back, and as much on the way forth. So first and last gradient are of ' +
    'one size, and both about a sixth of what a single layer gets (see the twin of "tanh, small weights, by depth").',
  configuration: {
    quick: { ...deepNets.quick, activation: 'tanh', gain: 1 },
    full: { ...deepNets.full, activation: 'tanh', gain: 1 },
  },
  experiment: measureGradients,
  judge: (norms) =>
    judgeOrdering({
      metric: 'tanh_first_over_last_layer_gradient',
      values: firstOverLast(norms),
      unit: 'decade',
      claimed: { below: nearZero },
      smallestEffect: smallestEffects.decades,
      units: 'nets',
      context: [meanEvidence('tanh_first_over_last_layer_signal', firstOverLastSignal(norms), 'decade')],
    }),
  twin: { activation: 'sigmoid' },
})

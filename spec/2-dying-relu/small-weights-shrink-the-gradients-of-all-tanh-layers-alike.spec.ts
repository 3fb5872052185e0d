// "results in a near zero partial derivative of the loss function" when a net has many layers (Problem 2, question 1).
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
  part: 'tanh, small weights, by layer',
  kind: 'ordering',
  scope: 'the method',
  statement: 'Over 20 tanh layers of gain 0.5 the first gradient is a thousand times smaller than the last',
  source: 'Problem 2, question 1: the written answer',
  reported: null,
  pinned: { quick: 'refuted', full: 'refuted' },
  explanation:
    'What comes back halves from layer to layer, but so does what goes forth, and the gradient of a weight is the product ' +
    'of both: as small in the last layer as in the first (Glorot & Bengio 2010, section 4.2, saw this too). Against a ' +
    'shallow net it vanishes: see "tanh, small weights, by depth".',
  configuration: {
    quick: { ...deepNets.quick, activation: 'tanh', gain: 0.5 },
    full: { ...deepNets.full, activation: 'tanh', gain: 0.5 },
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

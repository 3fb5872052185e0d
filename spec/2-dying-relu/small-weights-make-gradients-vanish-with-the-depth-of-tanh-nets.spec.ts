// "results in a near zero partial derivative of the loss function" when a net has many layers (Problem 2, question 1).
import { claim } from '../../src/claims/claim.ts'
import { meanEvidence } from '../../src/claims/evidence.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import {
  compareDepths,
  deepNets,
  deepOverShallow,
  firstOverLast,
} from '../../src/experiments/vanishing-gradients/comparisons.ts'
import { nearZero, smallestEffects } from '../../src/experiments/vanishing-gradients/smallest-effects.ts'

claim({
  id: 'P2.1',
  reading: 'as-assigned',
  part: 'tanh, small weights, by depth',
  kind: 'ordering',
  scope: 'the method',
  statement: 'With gain 0.5 the first gradient is a thousand times smaller in 20 tanh layers than in one',
  source: 'Problem 2, question 1: the written answer',
  reported: null,
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'Each further layer halves what comes back to the first one. "Near zero" is right for weights this small; at gain 1, ' +
    'the twin, twenty layers get about a sixth of what one gets.',
  configuration: {
    quick: { ...deepNets.quick, activation: 'tanh', gain: 0.5, shallowLayers: 1 },
    full: { ...deepNets.full, activation: 'tanh', gain: 0.5, shallowLayers: 1 },
  },
  experiment: compareDepths,
  judge: (norms) =>
    judgeOrdering({
      metric: 'tanh_deep_over_shallow_first_layer_gradient',
      values: deepOverShallow(norms),
      unit: 'decade',
      claimed: { below: nearZero },
      smallestEffect: smallestEffects.decades,
      units: 'nets',
      context: [meanEvidence('tanh_first_over_last_layer_gradient', firstOverLast(norms.deep), 'decade')],
    }),
  twin: { gain: 1 },
})

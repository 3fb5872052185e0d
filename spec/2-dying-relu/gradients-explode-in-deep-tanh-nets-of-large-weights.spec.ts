// "When a network is many layers, the derivative … diminishes" (Problem 2, question 1), put to the test of large weights.
import { claim } from '../../src/claims/claim.ts'
import { meanEvidence } from '../../src/claims/evidence.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import {
  compareDepthsOverGains,
  deepNets,
  deepOverShallow,
  firstOverLast,
} from '../../src/experiments/vanishing-gradients/comparisons.ts'
import { gradientsByLayer } from '../../src/experiments/vanishing-gradients/gradient-figure.ts'
import { smallestEffects } from '../../src/experiments/vanishing-gradients/smallest-effects.ts'

claim({
  id: 'P2.1',
  reading: 'as-assigned',
  part: 'tanh, large weights',
  kind: 'ordering',
  scope: 'the method',
  statement: 'Depth diminishes the first gradient of tanh nets whatever the standard deviation of the weights',
  source: 'Problem 2, question 1: the written answer',
  reported: null,
  pinned: { quick: 'refuted', full: 'refuted' },
  explanation:
    'With gain 3 it explodes, which here means that it grows more than tenfold: about 200 times over 19 layers. A saturated ' +
    'tanh has a small derivative, but a few units stay in its middle, and the weights more than make up for the others. So ' +
    'depth makes gradients vanish or explode, by the standard deviation of the weights.',
  configuration: {
    quick: { ...deepNets.quick, activation: 'tanh', gain: 3, shallowLayers: 1 },
    full: { ...deepNets.full, activation: 'tanh', gain: 3, shallowLayers: 1 },
  },
  experiment: compareDepthsOverGains,
  judge: (norms) =>
    judgeOrdering({
      metric: 'tanh_deep_over_shallow_first_layer_gradient',
      values: deepOverShallow(norms),
      unit: 'decade',
      claimed: { below: 0 },
      smallestEffect: smallestEffects.decades,
      units: 'nets',
      context: [meanEvidence('tanh_first_over_last_layer_gradient', firstOverLast(norms.deep), 'decade')],
    }),
  twin: { gain: 0.5 },
  figures: ({ overGains }, { finding }) => [gradientsByLayer(overGains, finding)],
})

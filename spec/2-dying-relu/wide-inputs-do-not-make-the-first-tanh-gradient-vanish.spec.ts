// "Explain vanishing gradients … with different values of standard deviation" of a standard-normal input (Problem 2, question 1).
import { claim } from '../../src/claims/claim.ts'
import { meanEvidence } from '../../src/claims/evidence.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import {
  compareInputsOverDeviations,
  deepNets,
  firstOverLast,
  firstOverLastSignal,
} from '../../src/experiments/vanishing-gradients/comparisons.ts'
import { ratiosOverInput } from '../../src/experiments/vanishing-gradients/input-figure.ts'
import { smallestEffects } from '../../src/experiments/vanishing-gradients/smallest-effects.ts'
import { differences } from '../../src/statistics/differences.ts'

claim({
  id: 'P2.1',
  reading: 'as-assigned',
  part: 'input deviation, tanh',
  kind: 'ordering',
  scope: 'the method',
  statement: 'Inputs of standard deviation 10, not 1, make the first gradient of 20 tanh layers vanish more',
  source: 'Problem 2, question 1: the written answer',
  reported: null,
  pinned: { quick: 'refuted', full: 'refuted' },
  explanation:
    'As with sigmoid (see "input deviation"), less comes back through the saturated first layer, but its gradient has the ' +
    'inputs as a factor, and grows against the last one. Below 1 the input makes next to no difference, as tanh is nearly ' +
    'linear there. On average first and last gradient of tanh nets are within a factor of ten at every deviation of the figure.',
  configuration: {
    quick: { ...deepNets.quick, activation: 'tanh', gain: 1, inputDeviation: 10, otherDeviation: 1 },
    full: { ...deepNets.full, activation: 'tanh', gain: 1, inputDeviation: 10, otherDeviation: 1 },
  },
  experiment: compareInputsOverDeviations,
  judge: ({ measured, other }) =>
    judgeOrdering({
      metric: 'tanh_first_over_last_layer_gradient_by_input_deviation',
      values: differences(firstOverLast(measured), firstOverLast(other)),
      unit: 'decade',
      claimed: { below: 0 },
      smallestEffect: smallestEffects.decades,
      units: 'nets',
      context: [
        meanEvidence('tanh_first_over_last_layer_gradient', firstOverLast(measured), 'decade'),
        meanEvidence('tanh_first_over_last_layer_gradient_at_the_other_deviation', firstOverLast(other), 'decade'),
        meanEvidence(
          'tanh_first_over_last_layer_signal_by_input_deviation',
          differences(firstOverLastSignal(measured), firstOverLastSignal(other)),
          'decade',
        ),
      ],
    }),
  twin: { otherDeviation: 100 },
  figures: ({ overDeviations }, { finding }) => [ratiosOverInput(overDeviations, finding)],
})

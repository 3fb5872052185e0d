// "Explain vanishing gradients … with different values of standard deviation" of a standard-normal input (Problem 2, question 1).
import { claim } from '../../src/claims/claim.ts'
import { meanEvidence } from '../../src/claims/evidence.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import {
  compareInputs,
  deepNets,
  firstOverLast,
  firstOverLastSignal,
} from '../../src/experiments/vanishing-gradients/comparisons.ts'
import { smallestEffects } from '../../src/experiments/vanishing-gradients/smallest-effects.ts'
import { differences } from '../../src/statistics/differences.ts'

claim({
  id: 'P2.1',
  reading: 'as-assigned',
  part: 'input deviation',
  kind: 'ordering',
  scope: 'the method',
  statement: 'Inputs of standard deviation 10, not 1, make the first gradient of 20 sigmoid layers vanish more',
  source: 'Problem 2, question 1: the written answer',
  reported: null,
  pinned: { quick: 'refuted', full: 'refuted' },
  explanation:
    'Wide inputs do saturate the first layer (see "mean derivative"), and less comes back through it. But its gradient is ' +
    'the product of that with the inputs themselves, and grows. The other layers hardly notice: over eleven powers of ' +
    'ten are lost in them with either input. For the figure see "input deviation, tanh".',
  configuration: {
    quick: { ...deepNets.quick, activation: 'sigmoid', gain: 1, inputDeviation: 10, otherDeviation: 1 },
    full: { ...deepNets.full, activation: 'sigmoid', gain: 1, inputDeviation: 10, otherDeviation: 1 },
  },
  experiment: compareInputs,
  judge: ({ measured, other }) =>
    judgeOrdering({
      metric: 'first_over_last_layer_gradient_by_input_deviation',
      values: differences(firstOverLast(measured), firstOverLast(other)),
      unit: 'decade',
      claimed: { below: 0 },
      smallestEffect: smallestEffects.decades,
      units: 'nets',
      context: [
        meanEvidence('first_over_last_layer_gradient', firstOverLast(measured), 'decade'),
        meanEvidence('first_over_last_layer_gradient_at_the_other_deviation', firstOverLast(other), 'decade'),
        meanEvidence(
          'first_over_last_layer_signal_by_input_deviation',
          differences(firstOverLastSignal(measured), firstOverLastSignal(other)),
          'decade',
        ),
      ],
    }),
  twin: { inputDeviation: 0.1 },
})

// Question 2, by the yardstick that the perceptron passes in question 1.
import { claim } from '../../src/claims/claim.ts'
import { meanEvidence, shareEvidence } from '../../src/claims/evidence.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { assignment, trainPerceptrons } from '../../src/experiments/perceptron/experiment.ts'
import { smallestEffects } from '../../src/experiments/perceptron/smallest-effects.ts'

claim({
  id: 'P1.2',
  reading: 'as-assigned',
  part: 'accuracy',
  kind: 'ordering',
  scope: 'the method',
  statement: 'Hinge training classifies more than 90 % of the test points rightly after 100 epochs',
  source: 'Problem 1, question 2',
  reported: null,
  pinned: { quick: 'refuted', full: 'refuted' },
  explanation:
    'Points in the unit square need long weights to be right by a margin of 1, and 100 epochs of steps of 0.01 do not ' +
    'take the weights there: hardly a run has ended by then. Ten times the epochs pass the yardstick.',
  configuration: {
    quick: { ...assignment.quick, criterion: 'hinge' },
    full: { ...assignment.full, criterion: 'hinge' },
  },
  experiment: trainPerceptrons,
  judge: ({ testAccuracy, angleToSeparator, censoredRuns, pairs }) =>
    judgeOrdering({
      metric: 'hinge_test_accuracy',
      values: testAccuracy,
      claimed: { above: 0.9 },
      smallestEffect: smallestEffects.testPoints,
      units: 'pairs of training sets',
      context: [
        meanEvidence('hinge_angle_to_the_separator', angleToSeparator, 'degree'),
        shareEvidence('share_of_hinge_runs_still_updated_in_the_last_epoch', censoredRuns, 2 * pairs),
      ],
    }),
  twin: { epochs: 1000 },
})

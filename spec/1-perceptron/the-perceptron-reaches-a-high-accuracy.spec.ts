// Question 1 asks for the accuracy of a perceptron on 1000 test points; labelled ±1, 20 points teach it well.

import printed from '../../fixtures/notebook.json' with { type: 'json' }
import { claim } from '../../src/claims/claim.ts'
import { shareEvidence } from '../../src/claims/evidence.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { assignment, trainPerceptrons } from '../../src/experiments/perceptron/experiment.ts'
import { smallestEffects } from '../../src/experiments/perceptron/smallest-effects.ts'

const { text, value } = printed['P1.1'].accuracy

claim({
  id: 'P1.1',
  reading: 'as-assigned',
  part: 'accuracy',
  kind: 'ordering',
  scope: 'the method',
  statement: 'The perceptron classifies more than 90 % of the test points rightly after 100 epochs',
  source: 'Problem 1, question 1',
  reported: { text, value },
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'With labels ±1 and the update lr·y·x the perceptron learns x₁ > x₂ from 20 points. The printed 0.538 is an ' +
    'artefact of the labels 0 and 1; about one training set in a hundred does as badly when it is labelled rightly.',
  configuration: {
    quick: { ...assignment.quick, criterion: 'perceptron' },
    full: { ...assignment.full, criterion: 'perceptron' },
  },
  experiment: trainPerceptrons,
  judge: ({ testAccuracy, testAccuracyOfRuns }) =>
    judgeOrdering({
      metric: 'perceptron_test_accuracy',
      values: testAccuracy,
      claimed: { above: 0.9 },
      smallestEffect: smallestEffects.testPoints,
      units: 'pairs of training sets',
      context: [
        shareEvidence(
          'share_of_training_sets_at_or_below_the_printed_accuracy',
          testAccuracyOfRuns.filter((accuracy) => accuracy <= value).length,
          testAccuracyOfRuns.length,
        ),
      ],
    }),
  twin: { labels: 'zero-one' },
})

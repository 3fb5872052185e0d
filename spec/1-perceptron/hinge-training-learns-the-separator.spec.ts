// Question 2 repeats the measurement with hinge loss, a = 1; the notebook never trained with it.

import printed from '../../fixtures/notebook.json' with { type: 'json' }
import { claim } from '../../src/claims/claim.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { assignment, trainPerceptrons } from '../../src/experiments/perceptron/experiment.ts'
import { smallestEffects } from '../../src/experiments/perceptron/smallest-effects.ts'

const { text, value } = printed['P1.2'].accuracy

claim({
  id: 'P1.2',
  reading: 'as-assigned',
  part: 'learning',
  kind: 'ordering',
  scope: 'the method',
  statement: 'Hinge training classifies more than 75 % of the test points rightly after 100 epochs',
  source: 'Problem 1, question 2',
  reported: { text, value },
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation: 'Half-way from guessing to perfection is passed: hinge loss with labels ±1 learns the separator.',
  configuration: {
    quick: { ...assignment.quick, criterion: 'hinge' },
    full: { ...assignment.full, criterion: 'hinge' },
  },
  experiment: trainPerceptrons,
  judge: ({ testAccuracy }) =>
    judgeOrdering({
      metric: 'hinge_test_accuracy',
      values: testAccuracy,
      claimed: { above: 0.75 },
      smallestEffect: smallestEffects.testPoints,
      units: 'pairs of training sets',
    }),
  twin: { labels: 'zero-one' },
})

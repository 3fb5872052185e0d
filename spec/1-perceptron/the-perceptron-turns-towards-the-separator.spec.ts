// Question 1: the true separator is x₁ − x₂ = 0, with the normal (1, −1).
import { claim } from '../../src/claims/claim.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { assignment, trainPerceptrons } from '../../src/experiments/perceptron/experiment.ts'
import { smallestEffects } from '../../src/experiments/perceptron/smallest-effects.ts'

claim({
  id: 'P1.1',
  reading: 'as-assigned',
  part: 'direction',
  kind: 'ordering',
  scope: 'the method',
  statement: 'After 100 epochs the weights of the perceptron lie within 10 degrees of (1, −1) on average',
  source: 'Problem 1, question 1',
  reported: null,
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation: 'First weights point anywhere, 90 degrees off on average. Training turns them to a few degrees.',
  configuration: {
    quick: { ...assignment.quick, criterion: 'perceptron' },
    full: { ...assignment.full, criterion: 'perceptron' },
  },
  experiment: trainPerceptrons,
  judge: ({ angleToSeparator }) =>
    judgeOrdering({
      metric: 'perceptron_angle_to_the_separator',
      values: angleToSeparator,
      unit: 'degree',
      claimed: { below: 10 },
      smallestEffect: smallestEffects.degrees,
      units: 'pairs of training sets',
    }),
  twin: { labels: 'zero-one' },
})

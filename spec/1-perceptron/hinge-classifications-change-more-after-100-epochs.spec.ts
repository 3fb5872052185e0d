// "the hinge loss perceptron would be less affected" by another 20 training points (Problem 1, question 4).
import { claim } from '../../src/claims/claim.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { disagreementQuestion } from '../../src/experiments/perceptron/disagreement.ts'
import { assignment, compareCriteria } from '../../src/experiments/perceptron/experiment.ts'
import { disagreementOverTheSquare } from '../../src/experiments/perceptron/figures.ts'

claim({
  id: 'P1.4',
  reading: 'as-assigned',
  part: 'disagreement',
  kind: 'ordering',
  scope: 'the method',
  statement: 'Another training set changes fewer test classifications of hinge loss after 100 epochs',
  source: 'Problem 1, question 4: the written answer',
  reported: null,
  pinned: { quick: 'refuted', full: 'refuted' },
  explanation:
    'After 100 epochs two hinge trainings that began with the same weights disagree on about three times as many test points ' +
    'as two perceptrons do. Until margins reach 1 nearly every point pushes, so that where the weights have come to follows ' +
    'which points were drawn.',
  configuration: {
    quick: { ...assignment.quick, firstWeights: 'of each pair', arms: ['hinge', 'perceptron'] },
    full: { ...assignment.full, firstWeights: 'of each pair', arms: ['hinge', 'perceptron'] },
  },
  experiment: compareCriteria,
  judge: (arms) => judgeOrdering(disagreementQuestion(arms)),
  // The rivals have changed places.
  twin: { arms: ['perceptron', 'hinge'] },
  figures: (arms, { finding }) => [disagreementOverTheSquare(arms, finding)],
})

// "the hinge loss perceptron would be less affected" by another 20 training points (Problem 1, question 4).
import { claim } from '../../src/claims/claim.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { disagreementQuestion } from '../../src/experiments/perceptron/disagreement.ts'
import { assignment, compareCriteria } from '../../src/experiments/perceptron/experiment.ts'
import { disagreementOverTheSquare } from '../../src/experiments/perceptron/figures.ts'

claim({
  id: 'P1.4',
  reading: 'as-assigned',
  part: 'disagreement after 10000 epochs',
  kind: 'ordering',
  scope: 'the method',
  statement: 'Another training set changes fewer test classifications of hinge loss after 10,000 epochs',
  source: 'Problem 1, question 4: the written answer',
  reported: null,
  pinned: {
    quick: {
      inconclusive: 'To exclude half a point takes 30,000 pairs of training sets: at full scale it is refuted.',
    },
    full: 'refuted',
  },
  explanation:
    'Both trainings of a pair begin with the same weights, so that nothing but their 20 points tells them apart. Trained for a ' +
    'hundred times as long as in the notebook, hinge loss and the perceptron then follow their points alike: if one changes ' +
    'fewer classifications at all, it is by less than two of 1000.',
  configuration: {
    quick: null,
    full: {
      ...assignment.full,
      pairs: 30_000,
      firstWeights: 'of each pair',
      epochs: 10_000,
      arms: ['hinge', 'perceptron'],
    },
  },
  experiment: compareCriteria,
  judge: (arms) => judgeOrdering(disagreementQuestion(arms)),
  twin: { firstWeights: 'of each run' },
  figures: (arms, { finding }) => [disagreementOverTheSquare(arms, finding)],
})

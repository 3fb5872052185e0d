// "the hinge loss perceptron would be less affected" by another 20 training points (Problem 1, question 4), drawn as a second
// run of the notebook would draw them: with other first weights.
import { claim } from '../../src/claims/claim.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { disagreementQuestion } from '../../src/experiments/perceptron/disagreement.ts'
import { assignment, compareCriteria } from '../../src/experiments/perceptron/experiment.ts'
import { disagreementOverTheSquare } from '../../src/experiments/perceptron/figures.ts'

claim({
  id: 'P1.4',
  reading: 'as-assigned',
  part: 'disagreement with other first weights',
  kind: 'ordering',
  scope: 'the method',
  statement: 'Other points and first weights change fewer classifications of hinge loss after 10,000 epochs',
  source: 'Problem 1, question 4: the written answer',
  reported: null,
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'Trained on for a hundred times as long, hinge loss changes less from one training to another. That is not the training ' +
    'set’s doing: with the same first weights the difference is gone (the twin, and "disagreement after 10000 epochs"). A ' +
    'perceptron stops at the first weights that fit, on the side that it came from; hinge loss goes on and forgets where it began.',
  configuration: {
    quick: { ...assignment.quick, epochs: 10_000, arms: ['hinge', 'perceptron'] },
    full: { ...assignment.full, epochs: 10_000, arms: ['hinge', 'perceptron'] },
  },
  experiment: compareCriteria,
  judge: (arms) => judgeOrdering(disagreementQuestion(arms)),
  twin: { firstWeights: 'of each pair' },
  figures: (arms, { finding }) => [disagreementOverTheSquare(arms, finding)],
})

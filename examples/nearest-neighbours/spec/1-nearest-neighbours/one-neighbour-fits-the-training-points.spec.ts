// The homework prints an accuracy of 1.00 on the training points for one neighbour. So it is, and it says nothing.

import { claim } from '../../../../src/claims/claim.ts'
import { judgeExact } from '../../../../src/claims/judges/exact.ts'
import { assignment, compareNeighbours } from '../../experiment.ts'

claim({
  id: 'P1.1',
  reading: 'as-submitted',
  part: 'training accuracy',
  kind: 'exact',
  scope: null,
  statement: 'One neighbour classifies all training points rightly',
  source: 'Problem 1, question 1',
  reported: { text: '1.00', value: 1 },
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation: 'Each point is its own nearest neighbour, whether its label is right or not.',
  configuration: assignment,
  experiment: compareNeighbours,
  judge: ({ training }) =>
    judgeExact({ metric: 'lowest_training_accuracy', value: Math.min(...training), printed: '1.00' }),
  twin: { neighbours: 15 },
})

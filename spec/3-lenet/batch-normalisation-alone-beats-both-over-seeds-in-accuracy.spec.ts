// Both together are "still outperformed by the use of batch normalization alone" (Problem 3, question 5).

import { claim } from '../../src/claims/claim.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { assigned } from '../../src/experiments/lenet/arms.ts'
import { testScoresOverSeeds } from '../../src/experiments/lenet/comparison-figures.ts'
import { assignment } from '../../src/experiments/lenet/experiment.ts'
import { compareOverSeeds } from '../../src/experiments/lenet/over-seeds.ts'
import { pairedTestScores } from '../../src/experiments/lenet/paired-scores.ts'
import { betweenMethods } from '../../src/experiments/lenet/smallest-effects.ts'

claim({
  id: 'P3.5',
  reading: 'as-assigned',
  part: 'accuracy of both, batchnorm, over seeds',
  kind: 'ordering',
  scope: 'the method',
  statement: 'BatchNorm alone gives LeNet-5 a higher test accuracy than with Dropout, over seeds',
  source: 'Problem 3, question 5: the written answer',
  reported: null,
  pinned: {
    quick: {
      inconclusive:
        'A method is judged over 12 seeds or more on all images, which takes hours: at full scale it is reproduced.',
    },
    full: 'reproduced',
  },
  explanation:
    'The methods are compared, not two nets: in every pair of trainings Dropout takes away about half of what ' +
    'BatchNorm gives.',
  configuration: {
    quick: null,
    full: { ...assignment.full, arm: assigned.inputBatchNormalisation, rival: assigned.both, seeds: 12 },
  },
  experiment: compareOverSeeds,
  judge: (pairs) =>
    judgeOrdering({
      ...pairedTestScores(pairs, 'accuracy', ['batch_normalisation', 'both']),
      claimed: { above: 0 },
      smallestEffect: betweenMethods.accuracy,
    }),
  twin: { rival: assigned.batchNormalisation },
  figures: (pairs, { finding }) => [
    testScoresOverSeeds(pairs, 'accuracy', ['BatchNorm', 'BatchNorm and Dropout'], finding),
  ],
})

// The network with only Dropout is said to perform worse (Problem 3, question 4).

import { claim } from '../../src/claims/claim.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { assigned } from '../../src/experiments/lenet/arms.ts'
import { testScoresOverSeeds } from '../../src/experiments/lenet/comparison-figures.ts'
import { assignment } from '../../src/experiments/lenet/experiment.ts'
import { compareOverSeeds } from '../../src/experiments/lenet/over-seeds.ts'
import { pairedTestScores } from '../../src/experiments/lenet/paired-scores.ts'
import { betweenMethods } from '../../src/experiments/lenet/smallest-effects.ts'

claim({
  id: 'P3.4',
  reading: 'as-assigned',
  part: 'accuracy over seeds',
  kind: 'ordering',
  scope: 'the method',
  statement: 'After 5 epochs BatchNorm gives LeNet-5 a higher test accuracy than Dropout, over seeds',
  source: 'Problem 3, question 4: the written answer',
  reported: null,
  pinned: {
    quick: {
      inconclusive:
        'A method is judged over 12 seeds or more on all images, which takes hours: at full scale it is reproduced.',
    },
    full: 'reproduced',
  },
  explanation:
    'The methods are compared, not two nets: in every pair of trainings BatchNorm is far ahead. Both see standardised ' +
    'pixels.',
  configuration: {
    quick: null,
    full: { ...assignment.full, arm: assigned.batchNormalisation, rival: assigned.dropout, seeds: 12 },
  },
  experiment: compareOverSeeds,
  judge: (pairs) =>
    judgeOrdering({
      ...pairedTestScores(pairs, 'accuracy', ['batch_normalisation', 'dropout']),
      claimed: { above: 0 },
      smallestEffect: betweenMethods.accuracy,
    }),
  twin: { rival: assigned.inputBatchNormalisation },
  figures: (pairs, { finding }) => [testScoresOverSeeds(pairs, 'accuracy', ['BatchNorm', 'Dropout'], finding)],
})

// Both together "are better than applying only dropout" (Problem 3, question 5).

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
  part: 'loss of both, dropout, over seeds',
  kind: 'ordering',
  scope: 'the method',
  statement: 'BatchNorm with Dropout gives LeNet-5 a lower test loss than Dropout alone, over seeds',
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
    'The methods are compared, not two nets: in every pair of trainings both together stand about halfway between ' +
    'Dropout and BatchNorm.',
  configuration: { quick: null, full: { ...assignment.full, arm: assigned.both, rival: assigned.dropout, seeds: 12 } },
  experiment: compareOverSeeds,
  judge: (pairs) =>
    judgeOrdering({
      ...pairedTestScores(pairs, 'loss', ['both', 'dropout']),
      claimed: { above: 0 },
      smallestEffect: betweenMethods.loss,
    }),
  twin: { rival: assigned.inputBatchNormalisation },
  figures: (pairs, { finding }) => [testScoresOverSeeds(pairs, 'loss', ['BatchNorm and Dropout', 'Dropout'], finding)],
})

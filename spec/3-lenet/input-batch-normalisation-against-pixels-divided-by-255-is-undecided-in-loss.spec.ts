// Accuracy and loss "are better for the network with batch normalization on the input layer" (Problem 3, question 3).

import { claim } from '../../src/claims/claim.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { assigned } from '../../src/experiments/lenet/arms.ts'
import { testScoresOverSeeds } from '../../src/experiments/lenet/comparison-figures.ts'
import { compareOverSeeds } from '../../src/experiments/lenet/over-seeds.ts'
import { pairedTestScores } from '../../src/experiments/lenet/paired-scores.ts'
import { betweenMethods } from '../../src/experiments/lenet/smallest-effects.ts'

claim({
  id: 'P3.3',
  reading: 'as-submitted',
  part: 'better loss',
  kind: 'ordering',
  scope: 'the method',
  statement: 'BatchNorm at the input gives LeNet-5 a lower test loss than pixels divided by 255',
  source: 'Problem 3, question 3: the written answer',
  reported: null,
  pinned: {
    quick: {
      inconclusive:
        'A method is judged over 12 seeds or more on all images, which takes hours: at full scale 12 pairs do not decide it either.',
    },
    full: {
      inconclusive:
        'The difference is as large as that between two seeds: 12 pairs neither show nor exclude it, though one dozen in ten would.',
    },
  },
  explanation:
    'The notebook compares BatchNorm at the input with pixels that are only divided by 255. Ours gain 0.007 nat by it ' +
    'on average, where the notebook saw 0.0106 nat, but from seed to seed the gain changes by as much.',
  // At full scale it was submitted.inputBatchNormalisation against submitted.batchNormalisation over 12 seeds. With a fresh
  // one the gate would be red as often as the pin says, by chance alone: docs/full-scale/README.md.
  configuration: { quick: null, full: null },
  experiment: compareOverSeeds,
  judge: (pairs) =>
    judgeOrdering({
      ...pairedTestScores(pairs, 'loss', ['input_batch_normalisation', 'batch_normalisation']),
      claimed: { above: 0 },
      smallestEffect: betweenMethods.loss,
    }),
  twin: { rival: assigned.batchNormalisation },
  figures: (pairs, { finding }) => [
    testScoresOverSeeds(pairs, 'loss', ['BatchNorm at the input', 'pixels divided by 255'], finding),
  ],
})

// "With dropout, training is much slower but generalization is better" (the last paragraph before Problem 4).

import { claim } from '../../src/claims/claim.ts'
import { judgePairedOutcomes } from '../../src/claims/judges/paired-outcomes.ts'
import { assigned } from '../../src/experiments/lenet/arms.ts'
import { compareNets, undecidedImages } from '../../src/experiments/lenet/comparison.ts'
import { assignment } from '../../src/experiments/lenet/experiment.ts'
import { learningCurves } from '../../src/experiments/lenet/figures.ts'
import { betweenNets } from '../../src/experiments/lenet/smallest-effects.ts'

const arms = { arm: assigned.dropout, rival: assigned.plain }

claim({
  id: 'P3.6',
  reading: 'as-assigned',
  part: 'test accuracy without batchnorm',
  kind: 'ordering',
  scope: 'these nets',
  statement: 'After 5 epochs LeNet-5 is right on more test images with Dropout than with neither',
  source: 'Problem 3, question 5: the last paragraph',
  reported: null,
  pinned: { quick: 'refuted', full: 'refuted' },
  explanation:
    'The plain net, which the notebook lacks, is ahead by a point. After five epochs neither of the two does better ' +
    'on the images that it was trained on than on others, so there is no overfitting that Dropout could cure; it only ' +
    'delays.',
  configuration: { quick: { ...assignment.quick, ...arms }, full: { ...assignment.full, ...arms } },
  experiment: compareNets,
  judge: ({ better, worse }) =>
    judgePairedOutcomes({
      metric: 'dropout_minus_plain_test_accuracy',
      more: better.test.right,
      fewer: worse.test.right,
      diverged: undecidedImages(better.test, worse.test),
      arms: ['Dropout', 'neither BatchNorm nor Dropout'],
      items: 'test images',
      outcome: 'classified rightly',
      smallestEffect: betweenNets.accuracy,
    }),
  // In the place of Dropout the arm has BatchNorm.
  twin: { arm: assigned.batchNormalisation },
  figures: (trained, { finding }) => [learningCurves(trained, ['dropout', 'plain'], finding)],
})

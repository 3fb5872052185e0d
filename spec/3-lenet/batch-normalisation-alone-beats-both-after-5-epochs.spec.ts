// The net with both is "still outperformed by the use of batch normalization alone" (Problem 3, question 5).

import printed from '../../fixtures/notebook.json' with { type: 'json' }
import { claim } from '../../src/claims/claim.ts'
import { judgePairedOutcomes } from '../../src/claims/judges/paired-outcomes.ts'
import { assigned } from '../../src/experiments/lenet/arms.ts'
import { compareNets, undecidedImages } from '../../src/experiments/lenet/comparison.ts'
import { assignment } from '../../src/experiments/lenet/experiment.ts'
import { learningCurves } from '../../src/experiments/lenet/figures.ts'
import { betweenNets } from '../../src/experiments/lenet/smallest-effects.ts'

const { text, value } = printed['P3.5'].testAccuracy
const arms = { arm: assigned.inputBatchNormalisation, rival: assigned.both }

claim({
  id: 'P3.5',
  reading: 'as-assigned',
  part: 'accuracy of both, batchnorm',
  kind: 'ordering',
  scope: 'these nets',
  statement: 'After 5 epochs LeNet-5 is right on more test images with BatchNorm alone than with Dropout as well',
  source: 'Problem 3, question 5: the written answer',
  reported: { text: `${text} %`, value },
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'The nets differ in Dropout alone: BatchNorm stands at the input and after every hidden layer of both. Without ' +
    'Dropout the net does better on the images that it was trained on than on others, but by a point at most, and ' +
    'Dropout costs several.',
  configuration: { quick: { ...assignment.quick, ...arms }, full: { ...assignment.full, ...arms } },
  experiment: compareNets,
  judge: ({ better, worse }) =>
    judgePairedOutcomes({
      metric: 'batch_normalisation_minus_both_test_accuracy',
      more: better.test.right,
      fewer: worse.test.right,
      diverged: undecidedImages(better.test, worse.test),
      arms: ['BatchNorm', 'BatchNorm and Dropout'],
      items: 'test images',
      outcome: 'classified rightly',
      smallestEffect: betweenNets.accuracy,
    }),
  // The rival has the Dropout taken from it, and standardised pixels.
  twin: { rival: assigned.batchNormalisation },
  figures: (trained, { finding }) => [learningCurves(trained, ['input batch normalisation', 'both'], finding)],
})

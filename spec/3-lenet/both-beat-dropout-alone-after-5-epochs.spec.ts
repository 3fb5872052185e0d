// The net with both "are better than applying only dropout" (Problem 3, question 5).

import printed from '../../fixtures/notebook.json' with { type: 'json' }
import { claim } from '../../src/claims/claim.ts'
import { meanEvidence } from '../../src/claims/evidence.ts'
import { judgePairedOutcomes } from '../../src/claims/judges/paired-outcomes.ts'
import { assigned } from '../../src/experiments/lenet/arms.ts'
import { undecidedImages } from '../../src/experiments/lenet/comparison.ts'
import { assignment } from '../../src/experiments/lenet/experiment.ts'
import { rightness } from '../../src/experiments/lenet/scores.ts'
import { compareOnUnseen } from '../../src/experiments/lenet/unseen-images.ts'

const { text, value } = printed['P3.5'].testAccuracy
const arms = { arm: assigned.both, rival: assigned.dropout }

claim({
  id: 'P3.5',
  reading: 'as-assigned',
  part: 'accuracy of both, dropout',
  kind: 'ordering',
  scope: 'these nets',
  statement: 'After 5 epochs LeNet-5 is right on more unseen images with BatchNorm and Dropout than with Dropout',
  source: 'Problem 3, question 5: the written answer',
  reported: { text: `${text} %`, value },
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'The difference is a quarter of that between BatchNorm and Dropout at quick scale, where it changes by a fifth ' +
    'from seed to seed, and half of it at full. So the nets are asked at quick scale about 30,000 images more than the ' +
    'test set has, which neither of them has seen.',
  configuration: {
    quick: { ...assignment.quick, ...arms, unseenTrainingImages: 30_000 },
    full: { ...assignment.full, ...arms, unseenTrainingImages: 0 },
  },
  experiment: compareOnUnseen,
  judge: ({ better, worse }) =>
    judgePairedOutcomes({
      metric: 'both_minus_dropout_accuracy_on_unseen_images',
      more: better.right,
      fewer: worse.right,
      diverged: undecidedImages(better, worse),
      arms: ['BatchNorm and Dropout', 'Dropout'],
      items: 'images that neither net has seen',
      outcome: 'classified rightly',
      smallestEffect: 0.005,
      context: [
        meanEvidence('both_accuracy_on_unseen_images', rightness(better)),
        meanEvidence('dropout_accuracy_on_unseen_images', rightness(worse)),
      ],
    }),
  // The rival has the Dropout taken from it, and BatchNorm in its place.
  twin: { rival: assigned.inputBatchNormalisation },
})

// The net with both "are better than applying only dropout" (Problem 3, question 5).

import printed from '../../fixtures/notebook.json' with { type: 'json' }
import { claim } from '../../src/claims/claim.ts'
import { meanEvidence } from '../../src/claims/evidence.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { again, assigned } from '../../src/experiments/lenet/arms.ts'
import { assignment } from '../../src/experiments/lenet/experiment.ts'
import { averageRightness } from '../../src/experiments/lenet/scores.ts'
import { comparePairs } from '../../src/experiments/lenet/unseen-images.ts'
import { differences } from '../../src/statistics/differences.ts'

const { text, value } = printed['P3.5'].testAccuracy
const { both, dropout, batchNormalisation, inputBatchNormalisation } = assigned
const pairs = { arms: [both, again(both)], rivals: [dropout, again(dropout)] }

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
    'from seed to seed, and half of it at full. So two pairs of nets are asked, at quick scale about 20,000 images ' +
    'more than the test set has, which none of them has seen.',
  configuration: {
    quick: { ...assignment.quick, ...pairs, unseenTrainingImages: 20_000 },
    full: { ...assignment.full, ...pairs, unseenTrainingImages: 0 },
  },
  experiment: comparePairs,
  judge: ({ better, worse }) =>
    judgeOrdering({
      metric: 'both_minus_dropout_accuracy_on_unseen_images',
      // An image counts once, however many nets are asked about it.
      values: differences(averageRightness(better), averageRightness(worse)),
      units: 'images',
      claimed: { above: 0 },
      smallestEffect: 0.005,
      context: [
        meanEvidence('both_accuracy_on_unseen_images', averageRightness(better)),
        meanEvidence('dropout_accuracy_on_unseen_images', averageRightness(worse)),
      ],
    }),
  // The rivals have the Dropout taken from them, and BatchNorm in its place.
  twin: { rivals: [inputBatchNormalisation, batchNormalisation] },
})

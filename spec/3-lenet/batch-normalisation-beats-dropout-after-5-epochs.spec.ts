// "The network with only dropout performs worse than those with batch normalization" (Problem 3, question 4).

import printed from '../../fixtures/notebook.json' with { type: 'json' }
import { claim } from '../../src/claims/claim.ts'
import { exactEvidence } from '../../src/claims/evidence.ts'
import { judgePairedOutcomes } from '../../src/claims/judges/paired-outcomes.ts'
import { assigned } from '../../src/experiments/lenet/arms.ts'
import { compareNets, undecidedImages } from '../../src/experiments/lenet/comparison.ts'
import { assignment } from '../../src/experiments/lenet/experiment.ts'
import { learningCurves } from '../../src/experiments/lenet/figures.ts'
import { betweenNets } from '../../src/experiments/lenet/smallest-effects.ts'

const { text, value } = printed['P3.4'].testAccuracy
const { batchNormalisation, inputBatchNormalisation, dropout } = assigned

claim({
  id: 'P3.4',
  reading: 'as-assigned',
  part: 'accuracy',
  kind: 'ordering',
  scope: 'these nets',
  statement: 'After 5 epochs LeNet-5 is right on more test images with BatchNorm than with Dropout',
  source: 'Problem 3, question 4: the written answer',
  reported: { text: `${text} %`, value },
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'Both nets see the same images, standardised by the mean and the standard deviation of the training set. Dropout of ' +
    'half of the values after every hidden layer slows the training down, and five epochs are few.',
  configuration: {
    quick: { ...assignment.quick, arm: batchNormalisation, rival: dropout },
    full: { ...assignment.full, arm: batchNormalisation, rival: dropout },
  },
  experiment: compareNets,
  judge: ({ better, worse }) =>
    judgePairedOutcomes({
      metric: 'batch_normalisation_minus_dropout_test_accuracy',
      more: better.test.right,
      fewer: worse.test.right,
      diverged: undecidedImages(better.test, worse.test),
      arms: ['BatchNorm', 'Dropout'],
      items: 'test images',
      outcome: 'classified rightly',
      smallestEffect: betweenNets.accuracy,
      context: [
        exactEvidence(
          'batch_normalisation_test_accuracy',
          better.test.right.filter(Boolean).length / better.test.right.length,
        ),
        exactEvidence('dropout_test_accuracy', worse.test.right.filter(Boolean).length / worse.test.right.length),
        exactEvidence(
          'batch_normalisation_training_loss_in_the_last_epoch',
          better.history.at(-1)!.training.loss,
          'nat',
        ),
        exactEvidence('dropout_training_loss_in_the_last_epoch', worse.history.at(-1)!.training.loss, 'nat'),
      ],
    }),
  // The rival has the Dropout taken from it, and BatchNorm in its place.
  twin: { rival: inputBatchNormalisation },
  figures: (trained, { finding }) => [learningCurves(trained, ['batch normalisation', 'dropout'], finding)],
})

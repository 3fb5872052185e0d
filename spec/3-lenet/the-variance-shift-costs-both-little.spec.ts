// Li et al. explain by the variance shift why Dropout before BatchNorm, as in Problem 3, question 5, is worse than either.

import { claim } from '../../src/claims/claim.ts'
import { provided } from '../../src/claims/judgement.ts'
import { judgePairedOutcomes } from '../../src/claims/judges/paired-outcomes.ts'
import { assigned } from '../../src/experiments/lenet/arms.ts'
import { undecidedImages } from '../../src/experiments/lenet/comparison.ts'
import { assignment } from '../../src/experiments/lenet/experiment.ts'
import { type Recalibration, recalibrate } from '../../src/experiments/lenet/shifted-variance.ts'
import { betweenNets } from '../../src/experiments/lenet/smallest-effects.ts'

const choice: Pick<Recalibration, 'arm' | 'images' | 'instead'> = { arm: assigned.both, images: 2000, instead: null }

claim({
  id: 'P3.5',
  reading: 'as-assigned',
  part: 'cost of the variance shift',
  kind: 'ordering',
  scope: 'these nets',
  statement: 'Without the variance shift LeNet-5 with both is right on more test images, by 2 points or more',
  source: 'Problem 3, question 5: the written answer; Li et al., arXiv 1801.05134, section 4',
  reported: null,
  pinned: { quick: 'refuted', full: 'refuted' },
  explanation:
    'The moving statistics are taken anew from training images with nothing dropped, which undoes the shift. The net ' +
    'gains a fraction of a point, where BatchNorm alone is several points ahead: what the net with both lacks is not ' +
    'the right variance.',
  configuration: { quick: { ...assignment.quick, ...choice }, full: { ...assignment.full, ...choice } },
  experiment: recalibrate,
  judge: ({ anew, asTrained }) =>
    provided(
      anew.losses.some((loss, image) => loss !== asTrained.losses[image]),
      'The statistics taken anew are those of the training.',
      judgePairedOutcomes({
        metric: 'statistics_taken_anew_minus_as_trained_test_accuracy',
        more: anew.right,
        fewer: asTrained.right,
        diverged: undecidedImages(anew, asTrained),
        arms: ['statistics taken anew', 'those of the training'],
        items: 'test images',
        outcome: 'classified rightly',
        smallestEffect: betweenNets.accuracy,
      }),
    ),
  // Beside the net with both stands one that had no Dropout to begin with.
  twin: { instead: assigned.inputBatchNormalisation },
})

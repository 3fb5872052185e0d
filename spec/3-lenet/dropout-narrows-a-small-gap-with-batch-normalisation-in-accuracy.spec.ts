// "With dropout, training is much slower but generalization is better" (the last paragraph before Problem 4).

import { claim } from '../../src/claims/claim.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { assigned } from '../../src/experiments/lenet/arms.ts'
import { pairsOverSeeds } from '../../src/experiments/lenet/comparison-figures.ts'
import { assignment } from '../../src/experiments/lenet/experiment.ts'
import { compareGaps, gapEvidence, narrowing } from '../../src/experiments/lenet/gap.ts'
import { betweenMethods } from '../../src/experiments/lenet/smallest-effects.ts'

const arms = { arm: assigned.both, rival: assigned.inputBatchNormalisation }

claim({
  id: 'P3.6',
  reading: 'as-assigned',
  part: 'gap of accuracy with batchnorm',
  kind: 'ordering',
  scope: 'the method',
  statement: 'Dropout narrows the gap of accuracy between training and test images where there is BatchNorm',
  source: 'Problem 3, question 5: the last paragraph',
  reported: null,
  pinned: {
    quick: {
      inconclusive:
        'A method is judged over 12 seeds or more on all images, which takes hours: at full scale it is reproduced.',
    },
    full: 'reproduced',
  },
  explanation:
    'Both sets are evaluated with every unit there. The accuracy on the images of the training is then 0.2 points above ' +
    'that on the test images without Dropout, and 0.3 points below with it. So Dropout does lower the gap, with its sign, by half a ' +
    'point, but after five epochs there is hardly a gap, and the test accuracy itself is lower with it, by 2.6 points.',
  configuration: { quick: null, full: { ...assignment.full, ...arms, seeds: 16, mode: 'evaluation' } },
  experiment: compareGaps,
  judge: (gaps) =>
    judgeOrdering({
      metric: 'batch_normalisation_minus_both_gap_of_accuracy',
      values: narrowing(gaps, 'accuracy'),
      units: 'pairs of trainings',
      claimed: { above: 0 },
      smallestEffect: betweenMethods.accuracy,
      context: gapEvidence(gaps, 'accuracy', { arm: 'both', rival: 'batch_normalisation' }),
    }),
  // The rival has Dropout too.
  twin: { rival: assigned.both },
  figures: (gaps, { finding }) => {
    const values = gaps.map(({ arm, rival }) => [arm.accuracy, rival.accuracy] as const)
    return [pairsOverSeeds({ label: 'gap of accuracy', arms: ['BatchNorm and Dropout', 'BatchNorm'], values }, finding)]
  },
})

// "With dropout, training is much slower but generalization is better" (the last paragraph before Problem 4).

import { claim } from '../../src/claims/claim.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { assigned } from '../../src/experiments/lenet/arms.ts'
import { pairsOverSeeds } from '../../src/experiments/lenet/comparison-figures.ts'
import { assignment } from '../../src/experiments/lenet/experiment.ts'
import { compareGaps, gapEvidence, narrowing } from '../../src/experiments/lenet/gap.ts'
import { betweenMethods } from '../../src/experiments/lenet/smallest-effects.ts'

const arms = { arm: assigned.dropout, rival: assigned.plain }

claim({
  id: 'P3.6',
  reading: 'as-assigned',
  part: 'gap of loss without batchnorm',
  kind: 'ordering',
  scope: 'the method',
  statement: 'Dropout narrows the gap of loss between training and test images without BatchNorm',
  source: 'Problem 3, question 5: the last paragraph',
  reported: null,
  pinned: {
    quick: {
      inconclusive:
        'A method is judged over 12 seeds or more on all images, which takes hours: at full scale it is refuted.',
    },
    full: 'refuted',
  },
  explanation:
    'Both sets are evaluated with every unit there. After five epochs neither net has a gap: both do better on the test ' +
    'images than on those of the training, by 0.2 points without Dropout and 0.4 with it. There is no overfitting to cure.',
  configuration: { quick: null, full: { ...assignment.full, ...arms, seeds: 16, mode: 'evaluation' } },
  experiment: compareGaps,
  judge: (gaps) =>
    judgeOrdering({
      metric: 'plain_minus_dropout_gap_of_loss',
      values: narrowing(gaps, 'loss'),
      unit: 'nat',
      units: 'pairs of trainings',
      claimed: { above: 0 },
      smallestEffect: betweenMethods.loss,
      context: (['loss', 'accuracy'] as const).flatMap((score) =>
        gapEvidence(gaps, score, { arm: 'dropout', rival: 'plain' }),
      ),
    }),
  // What Keras prints as it trains, with half of the units dropped.
  twin: { mode: 'while training' },
  figures: (gaps, { finding }) => {
    const values = gaps.map(({ arm, rival }) => [arm.loss, rival.loss] as const)
    return [pairsOverSeeds({ label: 'gap of loss, nat', arms: ['Dropout', 'neither'], values }, finding)]
  },
})

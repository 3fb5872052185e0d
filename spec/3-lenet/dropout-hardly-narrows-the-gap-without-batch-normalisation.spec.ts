// "With dropout, training is much slower but generalization is better" (the last paragraph before Problem 4).

import { claim } from '../../src/claims/claim.ts'
import { meanEvidence } from '../../src/claims/evidence.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { assigned } from '../../src/experiments/lenet/arms.ts'
import { pairsOverSeeds } from '../../src/experiments/lenet/comparison-figures.ts'
import { assignment } from '../../src/experiments/lenet/experiment.ts'
import { compareGaps } from '../../src/experiments/lenet/gap.ts'

claim({
  id: 'P3.6',
  reading: 'as-assigned',
  part: 'gap of accuracy without batchnorm',
  kind: 'ordering',
  scope: 'the method',
  statement: 'Dropout narrows the gap of accuracy between training and test by 2 points or more, without BatchNorm',
  source: 'Problem 3, question 5: the last paragraph',
  reported: null,
  pinned: {
    quick: {
      inconclusive: 'A method is judged over 12 seeds on all images, which takes hours: at full scale it is refuted.',
    },
    full: 'refuted',
  },
  explanation:
    'Both sets are evaluated with every unit there. Neither net has a gap after five epochs: the accuracy on the test ' +
    'images is 0.2 points above that on the images of the training without Dropout, and 0.3 points with it. By the ' +
    'accuracy that Keras prints while it trains, Dropout seems to narrow the gap by several points.',
  configuration: {
    quick: null,
    full: {
      ...assignment.full,
      arm: assigned.dropout,
      rival: assigned.plain,
      seeds: 12,
      mode: 'evaluation',
    },
  },
  experiment: compareGaps,
  judge: (gaps) =>
    judgeOrdering({
      metric: 'plain_minus_dropout_gap_of_accuracy',
      values: gaps.map(({ arm, rival }) => rival.accuracy - arm.accuracy),
      units: 'pairs of trainings',
      claimed: { above: 0 },
      smallestEffect: 0.02,
      context: [
        meanEvidence(
          'dropout_gap_of_accuracy',
          gaps.map(({ arm }) => arm.accuracy),
        ),
        meanEvidence(
          'plain_gap_of_accuracy',
          gaps.map(({ rival }) => rival.accuracy),
        ),
        meanEvidence(
          'dropout_gap_of_loss',
          gaps.map(({ arm }) => arm.loss),
          'nat',
        ),
        meanEvidence(
          'plain_gap_of_loss',
          gaps.map(({ rival }) => rival.loss),
          'nat',
        ),
      ],
    }),
  // What Keras prints as it trains, with half of the units dropped.
  twin: { mode: 'while training' },
  figures: (gaps, { finding }) => {
    const values = gaps.map(({ arm, rival }) => [arm.accuracy, rival.accuracy] as const)
    return [pairsOverSeeds({ label: 'gap of accuracy', arms: ['Dropout', 'neither'], values }, finding)]
  },
})

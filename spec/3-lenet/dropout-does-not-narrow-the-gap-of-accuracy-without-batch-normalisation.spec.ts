// "With dropout, training is much slower but generalization is better" (the last paragraph before Problem 4).

import { claim } from '../../src/claims/claim.ts'
import { meanEvidence } from '../../src/claims/evidence.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { assigned } from '../../src/experiments/lenet/arms.ts'
import { pairsOverSeeds } from '../../src/experiments/lenet/comparison-figures.ts'
import { assignment } from '../../src/experiments/lenet/experiment.ts'
import { generalisationGap } from '../../src/experiments/lenet/gap.ts'
import { compareOverSeeds } from '../../src/experiments/lenet/over-seeds.ts'

claim({
  id: 'P3.6',
  reading: 'as-assigned',
  part: 'gap of accuracy without batchnorm',
  kind: 'ordering',
  scope: 'the method',
  statement: 'Dropout narrows the gap of accuracy between training and test images, without BatchNorm',
  source: 'Problem 3, question 5: the last paragraph',
  reported: null,
  pinned: {
    quick: {
      inconclusive: 'A method is judged over 12 seeds on all images, which takes hours: at full scale it is refuted.',
    },
    full: 'refuted',
  },
  explanation: 'TODO',
  configuration: {
    quick: null,
    full: { ...assignment.full, arm: assigned.dropout, rival: assigned.plain, seeds: 12 },
  },
  experiment: compareOverSeeds,
  judge: (pairs) => {
    const gaps = pairs.map(
      ({ better, worse }) => [generalisationGap(better).accuracy, generalisationGap(worse).accuracy] as const,
    )
    return judgeOrdering({
      metric: 'plain_minus_dropout_gap_of_accuracy',
      values: gaps.map(([arm, rival]) => rival - arm),
      units: 'pairs of trainings',
      claimed: { above: 0 },
      smallestEffect: 0.001,
      context: [
        meanEvidence(
          'dropout_gap_of_accuracy',
          gaps.map(([arm]) => arm),
        ),
        meanEvidence(
          'plain_gap_of_accuracy',
          gaps.map(([, rival]) => rival),
        ),
      ],
    })
  },
  twin: { rival: assigned.inputBatchNormalisation },
  figures: (pairs, { finding }) => [
    pairsOverSeeds(
      {
        label: 'gap of accuracy',
        arms: ['Dropout', 'neither'],
        values: pairs.map(({ better, worse }) => [
          generalisationGap(better).accuracy,
          generalisationGap(worse).accuracy,
        ]),
      },
      finding,
    ),
  ],
})

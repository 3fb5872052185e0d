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
  part: 'gap of loss with batchnorm',
  kind: 'ordering',
  scope: 'the method',
  statement: 'Dropout narrows the gap of loss between training and test images where there is BatchNorm',
  source: 'Problem 3, question 5: the last paragraph',
  reported: null,
  pinned: {
    quick: {
      inconclusive:
        'A method is judged over 12 seeds or more on all images, which takes hours: at full scale it is reproduced.',
    },
    full: 'reproduced',
  },
  explanation: 'As in accuracy: the gap that is closed is small, and the test loss itself is higher with Dropout.',
  configuration: { quick: null, full: { ...assignment.full, ...arms, seeds: 16, mode: 'evaluation' } },
  experiment: compareGaps,
  judge: (gaps) =>
    judgeOrdering({
      metric: 'batch_normalisation_minus_both_gap_of_loss',
      values: narrowing(gaps, 'loss'),
      unit: 'nat',
      units: 'pairs of trainings',
      claimed: { above: 0 },
      smallestEffect: betweenMethods.loss,
      context: gapEvidence(gaps, 'loss', { arm: 'both', rival: 'batch_normalisation' }),
    }),
  // The rival has Dropout too.
  twin: { rival: assigned.both },
  figures: (gaps, { finding }) => {
    const values = gaps.map(({ arm, rival }) => [arm.loss, rival.loss] as const)
    return [
      pairsOverSeeds({ label: 'gap of loss, nat', arms: ['BatchNorm and Dropout', 'BatchNorm'], values }, finding),
    ]
  },
})

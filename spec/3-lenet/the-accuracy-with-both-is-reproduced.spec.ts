// 95.74 %: the accuracy that the notebook printed for its net with Dropout before BatchNorm (Problem 3, question 5).

import printed from '../../fixtures/notebook.json' with { type: 'json' }
import { claim } from '../../src/claims/claim.ts'
import { judgeValue } from '../../src/claims/judges/value.ts'
import { submitted } from '../../src/experiments/lenet/arms.ts'
import { assignment } from '../../src/experiments/lenet/experiment.ts'
import { reportedAgainstMeasured } from '../../src/experiments/lenet/figures.ts'
import { trainOverSeeds } from '../../src/experiments/lenet/over-seeds.ts'
import { accuracyOf } from '../../src/experiments/lenet/scores.ts'
import { resolution } from '../../src/experiments/lenet/smallest-effects.ts'

const { text, value } = printed['P3.5'].testAccuracy

claim({
  id: 'P3.5',
  reading: 'as-submitted',
  part: 'test accuracy',
  kind: 'value',
  scope: null,
  statement: 'LeNet-5 with Dropout before BatchNorm classifies 95.74 % of the test images rightly',
  source: 'Problem 3, question 5: the printed output',
  reported: { text: `${text} %`, value },
  pinned: {
    quick: {
      inconclusive: 'A reported number is never judged on a fifth of the images: at full scale it is reproduced.',
    },
    full: 'reproduced',
  },
  explanation:
    'The printed number lies among ours. But trainings of this net, which differ in nothing but the draws, end 0.4 ' +
    'points apart (one standard deviation): one training of it, as the notebook has, says little of the net.',
  configuration: { quick: null, full: { ...assignment.full, arm: submitted.both, seeds: 16 } },
  experiment: trainOverSeeds,
  judge: (nets) =>
    judgeValue({
      metric: 'both_test_accuracy',
      values: nets.map(({ test }) => accuracyOf(test)),
      reported: value,
      // The notebook has the same test images, so that a new run differs from ours by its draws alone.
      resolution: resolution.accuracy,
    }),
  twin: { arm: submitted.dropout },
  figures: (nets, { finding }) => [
    reportedAgainstMeasured(
      { quantity: 'test accuracy', values: nets.map(({ test }) => accuracyOf(test)), reported: value },
      finding,
    ),
  ],
})

// 0.1341: the loss that the notebook printed for its net with Dropout before BatchNorm (Problem 3, question 5).

import printed from '../../fixtures/notebook.json' with { type: 'json' }
import { claim } from '../../src/claims/claim.ts'
import { judgeValue } from '../../src/claims/judges/value.ts'
import { submitted } from '../../src/experiments/lenet/arms.ts'
import { assignment } from '../../src/experiments/lenet/experiment.ts'
import { reportedAgainstMeasured } from '../../src/experiments/lenet/figures.ts'
import { trainOverSeeds } from '../../src/experiments/lenet/over-seeds.ts'
import { lossOf } from '../../src/experiments/lenet/scores.ts'
import { resolution } from '../../src/experiments/lenet/smallest-effects.ts'

const { text, value } = printed['P3.5'].testLoss

claim({
  id: 'P3.5',
  reading: 'as-submitted',
  part: 'test loss',
  kind: 'value',
  scope: null,
  statement: 'LeNet-5 with Dropout before BatchNorm has a loss of 0.1341 nat on the test images',
  source: 'Problem 3, question 5: the printed output',
  reported: { text, value },
  pinned: {
    quick: {
      inconclusive: 'A reported number is never judged on a fifth of the images: at full scale it is reproduced.',
    },
    full: 'reproduced',
  },
  explanation:
    'The printed number lies among ours. Trainings of this net end a tenth of the loss apart (one standard ' +
    'deviation), so that one training of it, as the notebook has, says little of the net.',
  configuration: { quick: null, full: { ...assignment.full, arm: submitted.both, seeds: 16 } },
  experiment: trainOverSeeds,
  judge: (nets) =>
    judgeValue({
      metric: 'both_test_loss',
      values: nets.map(({ test }) => lossOf(test)),
      reported: value,
      // The notebook has the same test images, so that a new run differs from ours by its draws alone.
      resolution: resolution.loss,
      unit: 'nat',
    }),
  twin: { arm: submitted.dropout },
  figures: (nets, { finding }) => [
    reportedAgainstMeasured(
      { quantity: 'test loss, nat', values: nets.map(({ test }) => lossOf(test)), reported: value },
      finding,
    ),
  ],
})

// 0.0474: the loss that the notebook printed for its net with BatchNorm on input and hidden layers (Problem 3, question 3).

import printed from '../../fixtures/notebook.json' with { type: 'json' }
import { claim } from '../../src/claims/claim.ts'
import { judgeValue } from '../../src/claims/judges/value.ts'
import { submitted } from '../../src/experiments/lenet/arms.ts'
import { assignment } from '../../src/experiments/lenet/experiment.ts'
import { reportedAgainstMeasured } from '../../src/experiments/lenet/figures.ts'
import { trainOverSeeds } from '../../src/experiments/lenet/over-seeds.ts'
import { lossOf } from '../../src/experiments/lenet/scores.ts'
import { resolution } from '../../src/experiments/lenet/smallest-effects.ts'

const { text, value } = printed['P3.3'].testLoss

claim({
  id: 'P3.3',
  reading: 'as-submitted',
  part: 'test loss',
  kind: 'value',
  scope: null,
  statement: 'LeNet-5 with BatchNorm on input and hidden layers has a loss of 0.0474 nat on the test images',
  source: 'Problem 3, question 3: the printed output',
  reported: { text, value },
  pinned: {
    quick: {
      inconclusive: 'A reported number is never judged on a fifth of the images: at full scale it is reproduced.',
    },
    full: 'reproduced',
  },
  explanation:
    'The net with BatchNorm at the input too, on pixels divided by 255. Its losses in training follow the printed ' +
    'ones from epoch to epoch, and end where these do.',
  configuration: { quick: null, full: { ...assignment.full, arm: submitted.inputBatchNormalisation, seeds: 12 } },
  experiment: trainOverSeeds,
  judge: (nets) =>
    judgeValue({
      metric: 'input_batch_normalisation_test_loss',
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

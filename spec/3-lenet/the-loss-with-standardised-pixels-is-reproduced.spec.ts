// The question asks for "standard normalization of input"; the notebook only divides the pixels by 255 (Problem 3, question 2).

import printed from '../../fixtures/notebook.json' with { type: 'json' }
import { claim } from '../../src/claims/claim.ts'
import { judgeValue } from '../../src/claims/judges/value.ts'
import { assigned, submitted } from '../../src/experiments/lenet/arms.ts'
import { assignment } from '../../src/experiments/lenet/experiment.ts'
import { reportedAgainstMeasured } from '../../src/experiments/lenet/figures.ts'
import { trainOverSeeds } from '../../src/experiments/lenet/over-seeds.ts'
import { lossOf } from '../../src/experiments/lenet/scores.ts'
import { resolution } from '../../src/experiments/lenet/smallest-effects.ts'

const { text, value } = printed['P3.2'].testLoss

claim({
  id: 'P3.2',
  reading: 'as-assigned',
  part: 'test loss',
  kind: 'value',
  scope: null,
  statement: 'LeNet-5 with BatchNorm has a loss of 0.0580 nat on test images, with standardised pixels',
  source: 'Problem 3, question 2: the printed output',
  reported: { text, value },
  pinned: {
    quick: {
      inconclusive: 'A reported number is never judged on a fifth of the images: at full scale it is reproduced.',
    },
    full: 'reproduced',
  },
  explanation:
    'The notebook divides its pixels by 255. With standardised ones, as asked, our nets end below the printed number, ' +
    'at 0.051 nat, but not so far that one training of them would tell.',
  configuration: { quick: null, full: { ...assignment.full, arm: assigned.batchNormalisation, seeds: 12 } },
  experiment: trainOverSeeds,
  judge: (nets) =>
    judgeValue({
      metric: 'batch_normalisation_test_loss',
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

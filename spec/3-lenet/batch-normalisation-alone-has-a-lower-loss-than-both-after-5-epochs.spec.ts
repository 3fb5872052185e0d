// The net with both is "still outperformed by the use of batch normalization alone" (Problem 3, question 5).

import printed from '../../fixtures/notebook.json' with { type: 'json' }
import { claim } from '../../src/claims/claim.ts'
import { meanEvidence } from '../../src/claims/evidence.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { assigned } from '../../src/experiments/lenet/arms.ts'
import { compareNets } from '../../src/experiments/lenet/comparison.ts'
import { assignment } from '../../src/experiments/lenet/experiment.ts'
import { betweenNets } from '../../src/experiments/lenet/smallest-effects.ts'
import { differences } from '../../src/statistics/differences.ts'

const { text, value } = printed['P3.5'].testLoss
const arms = { arm: assigned.inputBatchNormalisation, rival: assigned.both }

claim({
  id: 'P3.5',
  reading: 'as-assigned',
  part: 'loss of both, batchnorm',
  kind: 'ordering',
  scope: 'these nets',
  statement: 'After 5 epochs LeNet-5 has a lower test loss with BatchNorm alone than with Dropout as well',
  source: 'Problem 3, question 5: the written answer',
  reported: { text, value },
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation: 'The nets differ in Dropout alone: BatchNorm stands at the input and after every hidden layer of both.',
  configuration: { quick: { ...assignment.quick, ...arms }, full: { ...assignment.full, ...arms } },
  experiment: compareNets,
  judge: ({ better, worse }) =>
    judgeOrdering({
      metric: 'both_minus_batch_normalisation_test_loss',
      values: differences(worse.test.losses, better.test.losses),
      unit: 'nat',
      units: 'test images',
      claimed: { above: 0 },
      smallestEffect: betweenNets.loss,
      context: [
        meanEvidence('batch_normalisation_test_loss', better.test.losses, 'nat'),
        meanEvidence('both_test_loss', worse.test.losses, 'nat'),
      ],
    }),
  // The rival has the Dropout taken from it, and standardised pixels.
  twin: { rival: assigned.batchNormalisation },
})

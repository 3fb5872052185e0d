// Dropout's network is said to have "a lower accuracy and higher loss" (Problem 3, question 4).

import printed from '../../fixtures/notebook.json' with { type: 'json' }
import { claim } from '../../src/claims/claim.ts'
import { meanEvidence } from '../../src/claims/evidence.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { assigned } from '../../src/experiments/lenet/arms.ts'
import { compareNets } from '../../src/experiments/lenet/comparison.ts'
import { assignment } from '../../src/experiments/lenet/experiment.ts'
import { betweenNets } from '../../src/experiments/lenet/smallest-effects.ts'
import { differences } from '../../src/statistics/differences.ts'

const { text, value } = printed['P3.4'].testLoss
const { batchNormalisation, inputBatchNormalisation, dropout } = assigned

claim({
  id: 'P3.4',
  reading: 'as-assigned',
  part: 'loss',
  kind: 'ordering',
  scope: 'these nets',
  statement: 'After 5 epochs LeNet-5 has a lower loss on the test images with BatchNorm than with Dropout',
  source: 'Problem 3, question 4: the written answer',
  reported: { text, value },
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'The loss is the cross-entropy of each test image in nats, with every layer in evaluation mode, so nothing is dropped ' +
    'and the moving statistics normalise.',
  configuration: {
    quick: { ...assignment.quick, arm: batchNormalisation, rival: dropout },
    full: { ...assignment.full, arm: batchNormalisation, rival: dropout },
  },
  experiment: compareNets,
  judge: ({ better, worse }) =>
    judgeOrdering({
      metric: 'dropout_minus_batch_normalisation_test_loss',
      values: differences(worse.test.losses, better.test.losses),
      unit: 'nat',
      claimed: { above: 0 },
      smallestEffect: betweenNets.loss,
      context: [
        meanEvidence('batch_normalisation_test_loss', better.test.losses, 'nat'),
        meanEvidence('dropout_test_loss', worse.test.losses, 'nat'),
      ],
    }),
  // The rival has the Dropout taken from it, and BatchNorm in its place.
  twin: { rival: inputBatchNormalisation },
})

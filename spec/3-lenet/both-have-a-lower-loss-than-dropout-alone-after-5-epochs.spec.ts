// The net with both is said to have a better loss than "only dropout" (Problem 3, question 5).

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
const arms = { arm: assigned.both, rival: assigned.dropout }

claim({
  id: 'P3.5',
  reading: 'as-assigned',
  part: 'loss of both, dropout',
  kind: 'ordering',
  scope: 'these nets',
  statement: 'After 5 epochs LeNet-5 has a lower test loss with BatchNorm and Dropout than with Dropout alone',
  source: 'Problem 3, question 5: the written answer',
  reported: { text, value },
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'BatchNorm lets a net with Dropout learn faster, as it does without: both have a lower loss after each of the epochs.',
  configuration: { quick: { ...assignment.quick, ...arms }, full: { ...assignment.full, ...arms } },
  experiment: compareNets,
  judge: ({ better, worse }) =>
    judgeOrdering({
      metric: 'dropout_minus_both_test_loss',
      values: differences(worse.test.losses, better.test.losses),
      unit: 'nat',
      units: 'test images',
      claimed: { above: 0 },
      smallestEffect: betweenNets.loss,
      context: [
        meanEvidence('both_test_loss', better.test.losses, 'nat'),
        meanEvidence('dropout_test_loss', worse.test.losses, 'nat'),
      ],
    }),
  // The rival has the Dropout taken from it, and BatchNorm in its place.
  twin: { rival: assigned.inputBatchNormalisation },
})

// Five epochs of LeNet-5 with BatchNorm after every hidden layer are said to end at a loss of 0.0580 (Problem 3, question 2).

import printed from '../../fixtures/notebook.json' with { type: 'json' }
import { claim } from '../../src/claims/claim.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { assigned } from '../../src/experiments/lenet/arms.ts'
import { assignment, type LenetTraining } from '../../src/experiments/lenet/experiment.ts'
import { trainOverSeeds } from '../../src/experiments/lenet/over-seeds.ts'
import type { Scale } from '../../src/switches.ts'

const { text, value } = printed['P3.2'].testLoss
const { quick, full }: Readonly<Record<Scale, LenetTraining>> = assignment
const net = { arm: assigned.batchNormalisation, seeds: 1 }

claim({
  id: 'P3.2',
  reading: 'as-assigned',
  part: 'a low loss',
  kind: 'ordering',
  scope: 'these nets',
  statement: 'After 5 epochs LeNet-5 with BatchNorm has a loss below 0.3 nat on the test images',
  source: 'Problem 3, question 2: the printed output',
  reported: { text, value },
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'What can be said of the printed loss from a fifth of the images. A net that was trained on labels half of which are ' +
    'wrong still names most digits, but never with confidence: its loss stays above 0.5 nat.',
  configuration: { quick: { ...quick, ...net }, full: { ...full, ...net } },
  experiment: trainOverSeeds,
  judge: ([net]) =>
    judgeOrdering({
      metric: 'batch_normalisation_test_loss',
      values: net!.test.losses,
      unit: 'nat',
      units: 'test images',
      claimed: { below: 0.3 },
      smallestEffect: 0.05,
    }),
  // Its first weights.
  twin: { epochs: 0 },
})

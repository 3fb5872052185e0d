// Five epochs of LeNet-5 with BatchNorm after every hidden layer are said to end at 98.33 % (Problem 3, question 2).

import printed from '../../fixtures/notebook.json' with { type: 'json' }
import { claim } from '../../src/claims/claim.ts'
import { judgeRate } from '../../src/claims/judges/rate.ts'
import { assigned } from '../../src/experiments/lenet/arms.ts'
import { assignment, type LenetTraining } from '../../src/experiments/lenet/experiment.ts'
import { trainOverSeeds } from '../../src/experiments/lenet/over-seeds.ts'
import type { Scale } from '../../src/switches.ts'

const { text, value } = printed['P3.2'].testAccuracy
const { quick, full }: Readonly<Record<Scale, LenetTraining>> = assignment
const net = { arm: assigned.batchNormalisation, seeds: 1 }

claim({
  id: 'P3.2',
  reading: 'as-assigned',
  part: 'over nine tenths right',
  kind: 'rate',
  scope: null,
  statement: 'After 5 epochs LeNet-5 with BatchNorm classifies over 90 % of the test images rightly',
  source: 'Problem 3, question 2: the printed output',
  reported: { text: `${text} %`, value },
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'What can be said of the printed accuracy from a fifth of the images, which is what the quick scale trains on. Were ' +
    'half of the labels of the test wrong, no net could pass. Whether the printed number ' +
    'itself is reproduced is judged at full scale.',
  configuration: { quick: { ...quick, ...net }, full: { ...full, ...net } },
  experiment: trainOverSeeds,
  judge: ([net]) =>
    judgeRate({
      metric: 'batch_normalisation_test_accuracy',
      successes: net!.test.right.filter(Boolean).length,
      trials: net!.test.right.length,
      diverged: net!.test.losses.filter(Number.isNaN).length,
      claimed: { above: 0.9 },
    }),
  // Its first weights.
  twin: { epochs: 0 },
})

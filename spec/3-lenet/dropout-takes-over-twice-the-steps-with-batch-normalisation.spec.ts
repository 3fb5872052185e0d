// "With dropout, training is much slower but generalization is better" (the last paragraph before Problem 4).

import { claim } from '../../src/claims/claim.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { assigned } from '../../src/experiments/lenet/arms.ts'
import { stepsRatio } from '../../src/experiments/lenet/epochs-to-a-loss.ts'
import { assignment } from '../../src/experiments/lenet/experiment.ts'
import { compareOverSeeds } from '../../src/experiments/lenet/over-seeds.ts'

claim({
  id: 'P3.7',
  reading: 'as-assigned',
  part: 'steps with batchnorm',
  kind: 'ordering',
  scope: 'the method',
  statement: 'Dropout makes LeNet-5 take over twice the steps to the same test loss, with BatchNorm',
  source: 'Problem 3, question 5: the last paragraph',
  reported: null,
  pinned: {
    quick: {
      inconclusive:
        'A method is judged over 12 seeds or more on all images, which takes hours: at full scale it is reproduced.',
    },
    full: 'reproduced',
  },
  explanation:
    'BatchNorm alone has passed the loss that both have at the end of the fifth epoch by the end of the first, or ' +
    'nearly so. So the ratio is about five, or more: nothing is known of a loss within the first epoch, and it counts as ' +
    'reached at its end.',
  configuration: {
    quick: null,
    full: { ...assignment.full, arm: assigned.inputBatchNormalisation, rival: assigned.both, seeds: 12 },
  },
  experiment: compareOverSeeds,
  judge: (pairs) =>
    judgeOrdering({
      metric: 'steps_of_both_over_steps_of_batch_normalisation_to_the_same_test_loss',
      values: pairs.map(({ better, worse }) => stepsRatio(worse.history, better.history)),
      units: 'pairs of trainings',
      claimed: { above: 2 },
      smallestEffect: 0.1,
    }),
  // The rival has the Dropout taken from it, and standardised pixels.
  twin: { rival: assigned.batchNormalisation },
})

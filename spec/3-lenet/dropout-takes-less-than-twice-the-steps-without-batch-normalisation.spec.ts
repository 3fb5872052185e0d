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
  part: 'steps without batchnorm',
  kind: 'ordering',
  scope: 'the method',
  statement: 'Dropout makes LeNet-5 take over twice the steps to the same test loss, without BatchNorm',
  source: 'Problem 3, question 5: the last paragraph',
  reported: null,
  pinned: {
    quick: {
      inconclusive:
        'A method is judged over 12 seeds or more on all images, which takes hours: at full scale it is refuted.',
    },
    full: 'refuted',
  },
  explanation:
    'The plain net needs about 3.9 of the five epochs to the loss that Dropout has at the end of the fifth: 1.3 times the steps, which is ' +
    'slower, but not twice as slow. Losses are those on the test images, in evaluation mode.',
  configuration: {
    quick: null,
    full: { ...assignment.full, arm: assigned.plain, rival: assigned.dropout, seeds: 12 },
  },
  experiment: compareOverSeeds,
  judge: (pairs) =>
    judgeOrdering({
      metric: 'steps_of_dropout_over_steps_of_plain_to_the_same_test_loss',
      values: pairs.map(({ better, worse }) => stepsRatio(worse.history, better.history)),
      units: 'pairs of trainings',
      claimed: { above: 2 },
      smallestEffect: 0.1,
    }),
  // The quick net has BatchNorm.
  twin: { arm: assigned.batchNormalisation },
})

// "whether their benefits add up when used in conjunction" (the text of Problem 3).

import { claim } from '../../src/claims/claim.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { assigned } from '../../src/experiments/lenet/arms.ts'
import { assignment } from '../../src/experiments/lenet/experiment.ts'
import { interaction, mapCells, trainFactorial } from '../../src/experiments/lenet/factorial.ts'
import { accuracyOf } from '../../src/experiments/lenet/scores.ts'
import { betweenMethods } from '../../src/experiments/lenet/smallest-effects.ts'

claim({
  id: 'P3.8',
  reading: 'as-assigned',
  part: 'accuracy over seeds',
  kind: 'ordering',
  scope: 'the method',
  statement: 'After 5 epochs the benefits of BatchNorm and Dropout add up in accuracy, over seeds',
  source: 'Problem 3: the question that it asks',
  reported: null,
  pinned: {
    quick: {
      inconclusive:
        'A method is judged over 12 seeds or more on all images, which takes hours: at full scale it is refuted.',
    },
    full: 'refuted',
  },
  explanation:
    'The same in every seed: what both gain falls short of the sum of what each gains, by 1.3 points on average.',
  configuration: {
    quick: null,
    full: {
      ...assignment.full,
      neither: assigned.plain,
      batchNormalisation: assigned.inputBatchNormalisation,
      dropout: assigned.dropout,
      both: assigned.both,
      seeds: 16,
    },
  },
  experiment: trainFactorial,
  judge: (seeds) =>
    judgeOrdering({
      metric: 'interaction_of_batch_normalisation_and_dropout_in_test_accuracy',
      values: seeds.map((nets) => interaction(mapCells(nets, ({ test }) => accuracyOf(test)))),
      units: 'seeds',
      claimed: { above: -betweenMethods.accuracy },
      smallestEffect: betweenMethods.accuracy,
    }),
  // Both is replaced by BatchNorm alone, as if Dropout changed nothing there.
  twin: { both: assigned.inputBatchNormalisation },
})

// "whether their benefits add up when used in conjunction" (the text of Problem 3).

import { claim } from '../../src/claims/claim.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { assigned } from '../../src/experiments/lenet/arms.ts'
import { assignment } from '../../src/experiments/lenet/experiment.ts'
import { interaction, mapCells, trainFactorial } from '../../src/experiments/lenet/factorial.ts'
import { lossOf } from '../../src/experiments/lenet/scores.ts'
import { betweenMethods } from '../../src/experiments/lenet/smallest-effects.ts'

claim({
  id: 'P3.8',
  reading: 'as-assigned',
  part: 'loss over seeds',
  kind: 'ordering',
  scope: 'the method',
  statement: 'After 5 epochs the benefits of BatchNorm and Dropout add up in test loss, over seeds',
  source: 'Problem 3: the question that it asks',
  reported: null,
  pinned: {
    quick: {
      inconclusive:
        'A method is judged over 12 seeds or more on all images, which takes hours: at full scale it is refuted.',
    },
    full: 'refuted',
  },
  explanation: 'The same in every seed: what both save falls short of the sum of what each saves.',
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
      metric: 'interaction_of_batch_normalisation_and_dropout_in_test_loss',
      values: seeds.map((nets) => interaction(mapCells(nets, ({ test }) => lossOf(test)))),
      unit: 'nat',
      units: 'seeds',
      claimed: { below: betweenMethods.loss },
      smallestEffect: betweenMethods.loss,
    }),
  // Both is replaced by BatchNorm alone, as if Dropout changed nothing there.
  twin: { both: assigned.inputBatchNormalisation },
})

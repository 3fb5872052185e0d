// "whether their benefits add up when used in conjunction" (the text of Problem 3).

import { claim } from '../../src/claims/claim.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { assigned } from '../../src/experiments/lenet/arms.ts'
import { interactionPlot } from '../../src/experiments/lenet/comparison-figures.ts'
import { assignment } from '../../src/experiments/lenet/experiment.ts'
import {
  averageOverSeeds,
  cellEvidence,
  cellsOf,
  interactions,
  mapCells,
  trainFactorial,
} from '../../src/experiments/lenet/factorial.ts'
import { betweenNets } from '../../src/experiments/lenet/smallest-effects.ts'

const cells = {
  neither: assigned.plain,
  batchNormalisation: assigned.inputBatchNormalisation,
  dropout: assigned.dropout,
  both: assigned.both,
}

claim({
  id: 'P3.8',
  reading: 'as-assigned',
  part: 'loss',
  kind: 'ordering',
  scope: 'these nets',
  statement: 'After 5 epochs the benefits of BatchNorm and Dropout add up in test loss',
  source: 'Problem 3: the question that it asks',
  reported: null,
  pinned: { quick: 'refuted', full: 'refuted' },
  explanation:
    'BatchNorm lowers the loss to a third or less, Dropout raises it. Both together do not save the sum of the two, but clearly less: ' +
    'Dropout costs more in a net that BatchNorm lets learn fast.',
  configuration: {
    quick: { ...assignment.quick, ...cells, seeds: 1 },
    full: { ...assignment.full, ...cells, seeds: 16 },
  },
  experiment: trainFactorial,
  judge: (seeds) => {
    const answers = averageOverSeeds(seeds.map((nets) => mapCells(nets, ({ test }) => test.losses)))
    return judgeOrdering({
      metric: 'interaction_of_batch_normalisation_and_dropout_in_test_loss',
      // What both change, less what each changes: 0 if the benefits add up, and above 0 where both save less.
      values: interactions(answers),
      unit: 'nat',
      units: 'test images',
      claimed: { below: betweenNets.loss },
      smallestEffect: betweenNets.loss,
      context: cellEvidence('test_loss', answers, 'nat'),
    })
  },
  // Both is replaced by BatchNorm alone, as if Dropout changed nothing there.
  twin: { both: assigned.inputBatchNormalisation },
  figures: (_, { evidence, finding }) => [interactionPlot('test loss, nat', cellsOf(evidence.slice(1)), finding)],
})

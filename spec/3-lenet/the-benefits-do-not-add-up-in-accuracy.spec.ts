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
import { rightness } from '../../src/experiments/lenet/scores.ts'
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
  part: 'accuracy',
  kind: 'ordering',
  scope: 'these nets',
  statement: 'After 5 epochs the benefits of BatchNorm and Dropout add up in accuracy',
  source: 'Problem 3: the question that it asks',
  reported: null,
  pinned: { quick: 'refuted', full: 'refuted' },
  explanation:
    'BatchNorm gains 7 points at quick scale and 4 at full, Dropout none: it costs a point. Both together do not gain the sum of the two, ' +
    'but less, by 5 points at quick scale and by 1.3 at full, on the average of 16 seeds, since half of the units are missing while the ' +
    'other half learns. The benefits cannot add up in five epochs, in which Dropout has none.',
  configuration: {
    quick: { ...assignment.quick, ...cells, seeds: 1 },
    full: { ...assignment.full, ...cells, seeds: 16 },
  },
  experiment: trainFactorial,
  judge: (seeds) => {
    const answers = averageOverSeeds(seeds.map((nets) => mapCells(nets, ({ test }) => rightness(test))))
    return judgeOrdering({
      metric: 'interaction_of_batch_normalisation_and_dropout_in_test_accuracy',
      // What both change, less what each changes: 0 if the benefits add up, and below 0 where both gain less.
      values: interactions(answers),
      units: 'test images',
      claimed: { above: -betweenNets.accuracy },
      smallestEffect: betweenNets.accuracy,
      context: cellEvidence('test_accuracy', answers),
    })
  },
  // Both is replaced by BatchNorm alone, as if Dropout changed nothing there.
  twin: { both: assigned.inputBatchNormalisation },
  figures: (_, { evidence, finding }) => [interactionPlot('test accuracy', cellsOf(evidence.slice(1)), finding)],
})

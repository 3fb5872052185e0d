// "loss: 0.0076" of 128, 128 and 64 units, "loss: 0.0452" of 128 and 32: the last outputs of Problem 4.

import printed from '../../fixtures/notebook.json' with { type: 'json' }
import { claim } from '../../src/claims/claim.ts'
import { exactEvidence, meanEvidence } from '../../src/claims/evidence.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { askPair, onlyTraining } from '../../src/experiments/eggholder/asked-nets.ts'
import { assignment } from '../../src/experiments/eggholder/experiment.ts'
import { errorsBesidePrinted, type PrintedError } from '../../src/experiments/eggholder/printed-errors-figure.ts'
import { ofMeanSquareNear } from '../../src/experiments/eggholder/smallest-effects.ts'
import { differences } from '../../src/statistics/differences.ts'

const { testMeanSquaredError: two, lastTrainingLosses: three } = printed['P4.1']
const shallower = { hidden: two.layers, normalised: true }
const deeper = { hidden: three.layers, normalised: true }

claim({
  id: 'P4.1',
  reading: 'as-submitted',
  part: 'last nets',
  kind: 'ordering',
  scope: 'these nets',
  statement: 'The net of 128, 128 and 64 units errs less on the test points than that of 128 and 32',
  source: 'Problem 4, question 1: the printed output',
  reported: null,
  pinned: {
    quick: { inconclusive: 'Nets that are trained for 2000 epochs are judged at full scale alone.' },
    full: 'reproduced',
  },
  explanation:
    'Both nets are trained once, as the notebook trained them, and asked about the same 20,000 test points. What is said ' +
    'is of these two nets alone; that the deeper one has five times the parameters as well is no part of it.',
  configuration: { quick: null, full: { ...assignment.full, points: 'the notebook’s', deeper, shallower } },
  experiment: askPair,
  judge: ({ deeper, shallower }) =>
    judgeOrdering({
      metric: 'two_layers_minus_three_layers_squared_error',
      values: differences(shallower.squaredErrors, deeper.squaredErrors),
      claimed: { above: 0 },
      smallestEffect: ofMeanSquareNear(two.value) / 2,
      units: 'test points',
      context: [
        meanEvidence('three_layers_test_mean_squared_error', deeper.squaredErrors),
        meanEvidence('two_layers_test_mean_squared_error', shallower.squaredErrors),
        exactEvidence('three_layers_training_loss', onlyTraining(deeper.trained).trainingLosses[three.epoch - 1]!),
      ],
    }),
  // The deeper net is the shallower one.
  twin: { deeper: shallower },
  figures: ({ deeper, shallower }, { finding }) => {
    const rings: PrintedError[] = [
      { net: shallower.trained, set: 'test', epoch: printed['P4.3'].epochs, value: two.value },
      { net: deeper.trained, set: 'training', epoch: three.epoch, value: three.value },
    ]
    return [errorsBesidePrinted([shallower.trained, deeper.trained], rings, finding)]
  },
})

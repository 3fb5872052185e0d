// "625/625 … loss: 0.0452": the test error of the last net of two layers, 128 and 32 units (the output of Problem 4).

import printed from '../../fixtures/notebook.json' with { type: 'json' }
import { claim } from '../../src/claims/claim.ts'
import { judgeValue } from '../../src/claims/judges/value.ts'
import { assignment, type EggholderTraining, trainNets } from '../../src/experiments/eggholder/experiment.ts'
import { errorsBesidePrinted } from '../../src/experiments/eggholder/printed-errors-figure.ts'
import { ofMeanSquareNear } from '../../src/experiments/eggholder/smallest-effects.ts'

const { layers, text, value } = printed['P4.1'].testMeanSquaredError
const training: EggholderTraining = { ...assignment.full, points: 'the notebook’s' }
const net = { hidden: layers, normalised: true }

claim({
  id: 'P4.1',
  reading: 'as-submitted',
  part: 'test error of two layers',
  kind: 'value',
  scope: null,
  statement: 'The net of 128 and 32 units with BatchNorm has a mean square error of 0.0452 on the test points',
  source: 'Problem 4, question 1: the printed output',
  reported: { text, value },
  pinned: {
    quick: { inconclusive: 'A printed number of 2000 epochs is judged at full scale alone.' },
    full: {
      inconclusive:
        'With BatchNorm the error on the test points jumps from epoch to epoch: single trainings end from 0.03 to 0.24, too ' +
        'far apart to exclude anything.',
    },
  },
  explanation:
    'The printed number lies among ours, in the middle of them. But one number says little of this net: what it errs on the ' +
    'test points depends on the epoch at which one stops, while its training loss falls smoothly. It is a mean square error ' +
    'of standardised targets, and its root 0.213.',
  configuration: { quick: null, full: { ...training, net, repetitions: 8 } },
  experiment: ({ net, repetitions, ...training }, laboratory) => trainNets([net], training, repetitions, laboratory),
  judge: ([trained]) =>
    judgeValue({
      metric: 'test_mean_squared_error',
      values: trained!.repetitions.map(({ testErrors }) => testErrors.at(-1)!),
      reported: value,
      resolution: ofMeanSquareNear(value),
    }),
  // Nothing but the first epoch.
  twin: { epochs: 1 },
  figures: ([trained], { finding }) => [
    errorsBesidePrinted([trained!], [{ net: trained!, set: 'test', epoch: printed['P4.3'].epochs, value }], finding),
  ],
})

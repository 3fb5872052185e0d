// How long a net is trained decides: the notebook trained for 2000 epochs, of 80 steps.

import { claim } from '../../src/claims/claim.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { compareDepths, pairedErrors } from '../../src/experiments/eggholder/depth-comparison.ts'
import { testRmseAfter } from '../../src/experiments/eggholder/errors.ts'
import { assignment } from '../../src/experiments/eggholder/experiment.ts'
import { netsOf48Units } from '../../src/experiments/eggholder/nets-compared.ts'
import { ofRmse } from '../../src/experiments/eggholder/smallest-effects.ts'
import { verdictOverEpochs } from '../../src/experiments/eggholder/verdict-figure.ts'

const { one, two } = netsOf48Units(true)
const nets = { deeper: two, shallower: one, afterEpochs: 1 }

claim({
  id: 'P4.1',
  reading: 'as-assigned',
  part: 'two layers, 1 epoch',
  kind: 'ordering',
  scope: 'the method',
  statement: 'After 1 epoch two hidden layers have a lower RMSE than one with as many units and BatchNorm in both',
  source: 'Problem 4, question 2: the written answer',
  reported: null,
  pinned: {
    quick: 'refuted',
    full: { inconclusive: 'Not run yet: 2000 epochs of all these nets take hours.' },
  },
  explanation:
    'The moving statistics of BatchNorm lag behind its batches: what they began with still weighs 0.45 after 80 steps. So ' +
    'the net that is tested is not yet the one that was trained, the less the more layers it has, and the deeper nets test ' +
    'worse for a few hundred steps. A verdict after a few epochs is not that after many.',
  configuration: {
    quick: { ...assignment.quick, ...nets, repetitions: 12 },
    // The first of 2000 epochs: what comes after the twin's is of no matter here.
    full: { ...assignment.full, epochs: assignment.quick.epochs, ...nets, repetitions: 8 },
  },
  experiment: ({ afterEpochs, ...comparison }, laboratory) => compareDepths(comparison, laboratory),
  judge: (compared, { afterEpochs }) =>
    judgeOrdering({
      ...pairedErrors(compared, ['two_layers', 'one_layer'], { name: 'test_rmse', of: testRmseAfter(afterEpochs) }),
      claimed: { above: 0 },
      smallestEffect: ofRmse,
    }),
  // The same trainings, later.
  twin: { afterEpochs: assignment.quick.epochs },
  figures: (compared, { finding }) => [verdictOverEpochs(new Map([['BatchNorm in both', compared]]), ofRmse, finding)],
})

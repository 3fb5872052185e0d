// How long a net is trained decides: the notebook trained for 2000 epochs, of 80 steps.

import { claim } from '../../src/claims/claim.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { compareDepths, depthQuestion } from '../../src/experiments/eggholder/depth-comparison.ts'
import { testRmseAfter } from '../../src/experiments/eggholder/errors.ts'
import { assignment } from '../../src/experiments/eggholder/experiment.ts'
import { netsOf48Units } from '../../src/experiments/eggholder/nets-compared.ts'
import { ofRmse } from '../../src/experiments/eggholder/smallest-effects.ts'
import { verdictOverEpochs } from '../../src/experiments/eggholder/verdict-figure.ts'

const [plain, { one, two }] = [netsOf48Units(false), netsOf48Units(true)]
const nets = { deeper: two, shallower: one, plainDeeper: plain.two, plainShallower: plain.one, afterEpochs: 1 }

claim({
  id: 'P4.1',
  reading: 'as-assigned',
  part: 'two layers, 1 epoch',
  kind: 'ordering',
  scope: 'the method',
  statement: 'After 1 epoch two hidden layers have a lower RMSE than one with as many units and BatchNorm in both',
  source: 'Problem 4, question 2: the written answer',
  reported: null,
  pinned: { quick: 'refuted', full: 'refuted' },
  explanation:
    'After 80 steps all nets still answer next to a constant, whatever their depth, with BatchNorm and without it. (With it, ' +
    'the net that is tested is not yet the one that was trained: what its moving statistics began with still weighs 0.45.) ' +
    'So a verdict after a few epochs is not that after many.',
  configuration: {
    quick: { ...assignment.quick, ...nets, repetitions: 16 },
    // The first of 2000 epochs: what comes after the twin's is of no matter here.
    full: { ...assignment.full, epochs: assignment.quick.epochs, ...nets, repetitions: 16 },
  },
  experiment: async ({ afterEpochs, plainDeeper, plainShallower, ...comparison }, laboratory) => {
    const plain = { ...comparison, deeper: plainDeeper, shallower: plainShallower }
    return {
      normalised: await compareDepths(comparison, laboratory),
      plain: await compareDepths(plain, laboratory),
    }
  },
  judge: ({ normalised }, { afterEpochs }) =>
    judgeOrdering(
      depthQuestion(normalised, ['two_layers', 'one_layer'], { name: 'test_rmse', of: testRmseAfter(afterEpochs) }),
    ),
  // The same trainings, later.
  twin: { afterEpochs: assignment.quick.epochs },
  figures: ({ normalised, plain }, { finding }) => {
    const arms = new Map([
      ['BatchNorm in neither', plain],
      ['BatchNorm in both', normalised],
    ])
    return [verdictOverEpochs(arms, ofRmse, finding)]
  },
})

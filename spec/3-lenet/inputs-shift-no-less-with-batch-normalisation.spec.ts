// BatchNorm is said to be "one technique to reduce" internal covariate shift (Problem 3, question 1).

import { claim } from '../../src/claims/claim.ts'
import { meanEvidence } from '../../src/claims/evidence.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { assigned } from '../../src/experiments/lenet/arms.ts'
import {
  compareShifts,
  decadesOf,
  reductions,
  shiftOfInput,
  shiftTrainings,
  smallestReduction,
} from '../../src/experiments/lenet/covariate-shift-comparison.ts'
import { shiftOverSteps } from '../../src/experiments/lenet/covariate-shift-figure.ts'

const { batchNormalisation, plain } = assigned
const nets = [batchNormalisation, plain] as const

claim({
  id: 'P3.1',
  reading: 'as-assigned',
  part: 'covariate shift, inputs',
  kind: 'ordering',
  scope: 'the method',
  statement: 'A step of training shifts the inputs of LeNet-5’s layers less with BatchNorm',
  source: 'Problem 3, question 1: the written answer',
  reported: null,
  pinned: { quick: 'refuted', full: 'refuted' },
  explanation:
    'So Ioffe & Szegedy (2015) define internal covariate shift: the change in the distribution of the inputs of a ' +
    'layer as the layers before it learn. Measured is the beginning of the training, 40 steps at quick scale and 400 ' +
    'at full, on average over its steps and layers. At the same learning rate a step moves the inputs more with ' +
    'BatchNorm, in units of their own spread, clearly so after the first hundred steps. That by the gradients ' +
    '(Santurkar et al. 2018) refutes the claim more clearly.',
  configuration: {
    quick: { ...shiftTrainings.quick, nets },
    full: { ...shiftTrainings.full, nets },
  },
  experiment: compareShifts,
  judge: (shifts) =>
    judgeOrdering({
      metric: 'input_shift_without_over_with_batch_normalisation',
      values: reductions(shifts, shiftOfInput),
      unit: 'decade',
      claimed: { above: 0 },
      smallestEffect: smallestReduction,
      units: 'pairs of trainings',
      context: ['with', 'without'].map((which, net) => {
        const decades = shifts[net as 0 | 1].map((training) => decadesOf(training, shiftOfInput))
        return meanEvidence(`input_shift_${which}_batch_normalisation`, decades, 'decade')
      }),
    }),
  // The nets change places: it shifts less without.
  twin: { nets: [plain, batchNormalisation] },
  figures: (shifts, { finding }) => [
    shiftOverSteps(
      shifts,
      { name: 'input-shift', measure: shiftOfInput, label: 'shift of the input, standard deviations' },
      finding,
    ),
  ],
})

// Internal covariate shift is what BatchNorm is said to reduce (Problem 3, question 1).

import { claim } from '../../src/claims/claim.ts'
import { meanEvidence } from '../../src/claims/evidence.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { assigned } from '../../src/experiments/lenet/arms.ts'
import {
  compareShifts,
  decadesOf,
  reductions,
  shiftOfGradient,
  shiftTrainings,
  smallestReduction,
} from '../../src/experiments/lenet/covariate-shift-comparison.ts'
import { shiftOverSteps } from '../../src/experiments/lenet/covariate-shift-figure.ts'

const { batchNormalisation, plain } = assigned
const nets = [batchNormalisation, plain] as const

claim({
  id: 'P3.1',
  reading: 'as-assigned',
  part: 'covariate shift, gradients',
  kind: 'ordering',
  scope: 'the method',
  statement: 'A step of training shifts the gradients of LeNet-5’s layers less with BatchNorm',
  source: 'Problem 3, question 1: the written answer',
  reported: null,
  pinned: { quick: 'refuted', full: 'refuted' },
  explanation:
    'So Santurkar et al. (2018) define internal covariate shift: the change of the gradient of a layer as the layers before ' +
    'it are updated; in proportion to the gradient, since the nets differ in that. Like them we find that BatchNorm does ' +
    'not reduce it: here it multiplies it by about ten. Both definitions say so, this one more clearly.',
  configuration: {
    quick: { ...shiftTrainings.quick, nets },
    full: { ...shiftTrainings.full, nets },
  },
  experiment: compareShifts,
  judge: (shifts) =>
    judgeOrdering({
      metric: 'gradient_shift_without_over_with_batch_normalisation',
      values: reductions(shifts, shiftOfGradient),
      unit: 'decade',
      claimed: { above: 0 },
      smallestEffect: smallestReduction,
      units: 'pairs of trainings',
      context: ['with', 'without'].map((which, net) => {
        const decades = shifts[net as 0 | 1].map((training) => decadesOf(training, shiftOfGradient))
        return meanEvidence(`gradient_shift_${which}_batch_normalisation`, decades, 'decade')
      }),
    }),
  // The nets change places: it shifts less without.
  twin: { nets: [plain, batchNormalisation] },
  figures: (shifts, { finding }) => [
    shiftOverSteps(
      shifts,
      { name: 'gradient-shift', measure: shiftOfGradient, label: 'change of the gradient, share of the gradient' },
      finding,
    ),
  ],
})

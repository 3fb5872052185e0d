// "the RMSE is much lower for the deeper networks" (the written answer of Problem 4).

import { claim } from '../../src/claims/claim.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { compareDepths, depthQuestion } from '../../src/experiments/eggholder/depth-comparison.ts'
import { errorsOverEpochs } from '../../src/experiments/eggholder/error-figure.ts'
import { assignment } from '../../src/experiments/eggholder/experiment.ts'
import { netsOf48Units } from '../../src/experiments/eggholder/nets-compared.ts'

const { one, two } = netsOf48Units(false)
const nets = { deeper: two, shallower: one }

claim({
  id: 'P4.1',
  reading: 'as-assigned',
  part: 'two layers',
  kind: 'ordering',
  scope: 'the method',
  statement: 'Two hidden layers reach a lower RMSE than one with as many units and BatchNorm in neither',
  source: 'Problem 4, question 2: the written answer',
  reported: null,
  pinned: {
    quick: 'reproduced',
    full: { inconclusive: 'Not run yet: 16 trainings of 2000 epochs of each net take hours.' },
  },
  explanation:
    'Depth alone: 32 and 16 units, or 16 and 32, on average, against 48. After 40 epochs it makes about half of the difference ' +
    'that nets built as the notebook’s show, whose deeper ones have BatchNorm besides (P4.1 as submitted).',
  configuration: {
    quick: { ...assignment.quick, ...nets, repetitions: 16 },
    full: null,
  },
  experiment: compareDepths,
  judge: (compared) => judgeOrdering(depthQuestion(compared, ['two_layers', 'one_layer'])),
  // The deeper net has one layer too.
  twin: { deeper: one },
  figures: ({ deeper, shallower }, { finding }) => [errorsOverEpochs([...shallower, ...deeper], finding)],
})

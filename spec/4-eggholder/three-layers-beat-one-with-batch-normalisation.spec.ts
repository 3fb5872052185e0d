// "the RMSE is much lower for the deeper networks" (the written answer of Problem 4).

import { claim } from '../../src/claims/claim.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { compareDepths, depthQuestion } from '../../src/experiments/eggholder/depth-comparison.ts'
import { errorsOverEpochs } from '../../src/experiments/eggholder/error-figure.ts'
import { assignment } from '../../src/experiments/eggholder/experiment.ts'
import { netsOf48Units } from '../../src/experiments/eggholder/nets-compared.ts'

const { one, three } = netsOf48Units(true)
const nets = { deeper: three, shallower: one }

claim({
  id: 'P4.1',
  reading: 'as-assigned',
  part: 'three layers, batchnorm',
  kind: 'ordering',
  scope: 'the method',
  statement: 'Three hidden layers reach a lower RMSE than one with as many units and BatchNorm in both',
  source: 'Problem 4, question 2: the written answer',
  reported: null,
  pinned: {
    quick: 'reproduced',
    full: { inconclusive: 'Not run yet: 16 trainings of 2000 epochs of each net take hours.' },
  },
  explanation:
    'Three layers of 16 units against one of 48, all with BatchNorm. The function has folds in many directions: a unit of ' +
    'one layer makes one fold across the whole plane, one of a later layer folds what the earlier ones folded.',
  configuration: {
    quick: { ...assignment.quick, ...nets, repetitions: 16 },
    full: null,
  },
  experiment: compareDepths,
  judge: (compared) => judgeOrdering(depthQuestion(compared, ['three_layers', 'one_layer'])),
  // The deeper net has one layer too.
  twin: { deeper: one },
  figures: ({ deeper, shallower }, { finding }) => [errorsOverEpochs([...shallower, ...deeper], finding)],
})

// "the RMSE is much lower for the deeper networks" (the written answer of Problem 4).

import { claim } from '../../src/claims/claim.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { compareDepths, depthQuestion } from '../../src/experiments/eggholder/depth-comparison.ts'
import { assignment } from '../../src/experiments/eggholder/experiment.ts'
import { asManyParametersInOneLayer, netsOf48Units } from '../../src/experiments/eggholder/nets-compared.ts'
import { rmseOverParameters } from '../../src/experiments/eggholder/rmse-figures.ts'

const { one, three } = netsOf48Units(false)
const nets = { deeper: three, shallower: [asManyParametersInOneLayer] }

claim({
  id: 'P4.1',
  reading: 'as-assigned',
  part: 'equal parameters',
  kind: 'ordering',
  scope: 'the method',
  statement: 'Three hidden layers reach a lower RMSE than one with equally many parameters',
  source: 'Problem 4, question 2: the written answer',
  reported: null,
  pinned: {
    quick: 'reproduced',
    full: { inconclusive: 'Not run yet: 32 trainings of 2000 epochs of each net take hours.' },
  },
  explanation:
    'Three layers of 16 units have 609 parameters, and so has one of 152, three times as many units. Equally many ' +
    'parameters buy more in three layers. Neither net has BatchNorm.',
  configuration: {
    quick: { ...assignment.quick, ...nets, repetitions: 16 },
    full: null,
  },
  experiment: compareDepths,
  judge: (compared) => judgeOrdering(depthQuestion(compared, ['three_layers', 'one_layer'])),
  // The deeper net has one layer too, of 48 units.
  twin: { deeper: one },
  figures: ({ deeper, shallower }, { finding }) => [rmseOverParameters([...shallower, ...deeper], finding)],
})

// "the RMSE is much lower for the deeper networks" (the written answer of Problem 4).

import { claim } from '../../src/claims/claim.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { compareDepths, depthQuestion } from '../../src/experiments/eggholder/depth-comparison.ts'
import { assignment } from '../../src/experiments/eggholder/experiment.ts'
import { netsOf48Units } from '../../src/experiments/eggholder/nets-compared.ts'
import { rmseOverUnits } from '../../src/experiments/eggholder/rmse-figures.ts'

const [plain, normalised] = [netsOf48Units(false), netsOf48Units(true)]
const nets = { deeper: normalised.two, shallower: plain.one, others: [...plain.two, ...normalised.one] }

claim({
  id: 'P4.1',
  reading: 'as-submitted',
  part: 'two layers',
  kind: 'ordering',
  scope: 'the method',
  statement: 'Two hidden layers with BatchNorm reach a lower RMSE than one with as many units without it',
  source: 'Problem 4, question 2: the written answer',
  reported: null,
  pinned: {
    quick: 'reproduced',
    full: { inconclusive: 'Not run yet: 16 trainings of 2000 epochs of each net take hours.' },
  },
  explanation:
    'So the notebook built its nets: BatchNorm stands in those of two and three layers only, and its curves show two causes ' +
    'as one. These are nets of 48 units built in that way, as [48] against [32, 16] and [16, 32], on points drawn anew. At quick scale depth makes about half of the difference (P4.1 as assigned, BatchNorm in neither), and BatchNorm ' +
    'the rest: two layers gain by it, one does not. One optimizer served all nets: of plain descent with momentum it hands ' +
    'nothing on but its count of steps, so that the numbers do not tell.',
  configuration: {
    quick: { ...assignment.quick, ...nets, repetitions: 16 },
    full: null,
  },
  // The other nets tell the two causes apart.
  experiment: compareDepths,
  judge: (compared) => judgeOrdering(depthQuestion(compared, ['two_layers', 'one_layer'])),
  // BatchNorm alone: the deeper net has one layer too.
  twin: { deeper: normalised.one },
  figures: ({ deeper, shallower, others }, { finding }) => [
    rmseOverUnits([...shallower, ...deeper, ...others], finding),
  ],
})

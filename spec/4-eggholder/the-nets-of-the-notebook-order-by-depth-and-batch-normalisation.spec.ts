// "the RMSE is much lower for the deeper networks" (the written answer of Problem 4).

import { claim } from '../../src/claims/claim.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { compareDepths, pairedErrors } from '../../src/experiments/eggholder/depth-comparison.ts'
import { assignment } from '../../src/experiments/eggholder/experiment.ts'
import { netsOf48Units } from '../../src/experiments/eggholder/nets-compared.ts'
import { rmseOverUnits } from '../../src/experiments/eggholder/rmse-figures.ts'
import { ofRmse } from '../../src/experiments/eggholder/smallest-effects.ts'

const nets = { deeper: netsOf48Units(true).two, shallower: netsOf48Units(false).one }

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
    full: { inconclusive: 'Not run yet: 2000 epochs of all these nets take hours.' },
  },
  explanation:
    'So the notebook built its nets: BatchNorm stands in those of two and three layers only. The curves therefore show two ' +
    'causes as one. The difference is that of depth nearly alone: where one layer has BatchNorm too (P4.1 as assigned), ' +
    'it is almost as large.',
  configuration: {
    quick: { ...assignment.quick, ...nets, repetitions: 12 },
    full: { ...assignment.full, ...nets, repetitions: 8 },
  },
  experiment: compareDepths,
  judge: (compared) =>
    judgeOrdering({
      ...pairedErrors(compared, ['two_layers', 'one_layer']),
      claimed: { above: 0 },
      smallestEffect: ofRmse,
    }),
  // BatchNorm alone: the deeper net has one layer too.
  twin: { deeper: netsOf48Units(true).one },
  figures: ({ deeper, shallower }, { finding }) => [rmseOverUnits([...shallower, ...deeper], finding)],
})

// "the RMSE is much lower for the deeper networks" (the written answer of Problem 4).

import { claim } from '../../src/claims/claim.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { compareDepths, depthQuestion } from '../../src/experiments/eggholder/depth-comparison.ts'
import { assignment } from '../../src/experiments/eggholder/experiment.ts'
import { netsOf48Units } from '../../src/experiments/eggholder/nets-compared.ts'
import { ofRmse } from '../../src/experiments/eggholder/smallest-effects.ts'
import { verdictOverEpochs } from '../../src/experiments/eggholder/verdict-figure.ts'

const { one, two } = netsOf48Units(true)
const nets = { deeper: two, shallower: one }

claim({
  id: 'P4.1',
  reading: 'as-assigned',
  part: 'two layers, batchnorm',
  kind: 'ordering',
  scope: 'the method',
  statement: 'Two hidden layers reach a lower RMSE than one with as many units and BatchNorm in both',
  source: 'Problem 4, question 2: the written answer',
  reported: null,
  pinned: {
    quick: 'reproduced',
    full: { inconclusive: 'Not run yet: 16 trainings of 2000 epochs of each net take hours.' },
  },
  explanation:
    'The notebook has BatchNorm in its deeper nets only, so that its curves cannot tell depth from BatchNorm. Here all nets ' +
    'have it: 32 and 16 units, or 16 and 32, on average, against 48 in one layer, whose error is near that of a constant after 40 epochs.',
  configuration: {
    quick: { ...assignment.quick, ...nets, repetitions: 16 },
    full: null,
  },
  experiment: compareDepths,
  judge: (compared) => judgeOrdering(depthQuestion(compared, ['two_layers', 'one_layer'])),
  // The deeper net has one layer too.
  twin: { deeper: one },
  figures: (compared, { finding }) => [verdictOverEpochs(new Map([['BatchNorm in both', compared]]), ofRmse, finding)],
})

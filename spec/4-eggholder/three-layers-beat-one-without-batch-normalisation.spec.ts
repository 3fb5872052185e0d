// "the RMSE is much lower for the deeper networks" (the written answer of Problem 4).

import { claim } from '../../src/claims/claim.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { compareDepths, depthQuestion } from '../../src/experiments/eggholder/depth-comparison.ts'
import { assignment } from '../../src/experiments/eggholder/experiment.ts'
import { bestSurfaces } from '../../src/experiments/eggholder/learned-surface.ts'
import { netsOf48Units } from '../../src/experiments/eggholder/nets-compared.ts'
import { learnedSurfaces } from '../../src/experiments/eggholder/surface-figure.ts'

const { one, two, three } = netsOf48Units(false)
const nets = { deeper: three, shallower: one, others: two }

claim({
  id: 'P4.1',
  reading: 'as-assigned',
  part: 'three layers',
  kind: 'ordering',
  scope: 'the method',
  statement: 'Three hidden layers reach a lower RMSE than one with as many units and BatchNorm in neither',
  source: 'Problem 4, question 2: the written answer',
  reported: null,
  pinned: {
    quick: 'reproduced',
    full: { inconclusive: 'Not run yet: 16 trainings of 2000 epochs of each net take hours.' },
  },
  explanation:
    'Depth tells without BatchNorm too, though less than with it: BatchNorm helps the deeper nets, and not those of one layer.',
  configuration: {
    quick: { ...assignment.quick, ...nets, repetitions: 16 },
    full: null,
  },
  experiment: async (comparison, laboratory) => {
    const compared = await compareDepths(comparison, laboratory)
    const { deeper, shallower, others } = compared
    return { ...compared, surfaces: await bestSurfaces([...shallower, ...others, ...deeper], comparison, laboratory) }
  },
  judge: (compared) => judgeOrdering(depthQuestion(compared, ['three_layers', 'one_layer'])),
  // The deeper net has one layer too.
  twin: { deeper: one },
  figures: ({ surfaces }, { finding }) => [learnedSurfaces(surfaces, finding)],
})

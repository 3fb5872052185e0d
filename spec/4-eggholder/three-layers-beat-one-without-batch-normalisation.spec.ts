// "the RMSE is much lower for the deeper networks" (the written answer of Problem 4).

import { claim } from '../../src/claims/claim.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { compareDepths, pairedErrors } from '../../src/experiments/eggholder/depth-comparison.ts'
import { assignment } from '../../src/experiments/eggholder/experiment.ts'
import { bestSurfaces } from '../../src/experiments/eggholder/learned-surface.ts'
import { netsOf48Units } from '../../src/experiments/eggholder/nets-compared.ts'
import { ofRmse } from '../../src/experiments/eggholder/smallest-effects.ts'
import { learnedSurfaces } from '../../src/experiments/eggholder/surface-figure.ts'

const { one, three } = netsOf48Units(false)
const nets = { deeper: three, shallower: one }

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
    full: { inconclusive: 'Not run yet: 2000 epochs of all these nets take hours.' },
  },
  explanation:
    'Without BatchNorm all nets learn more slowly, and depth tells all the same: it is not BatchNorm that the deeper nets ' +
    'of the notebook owe their errors to.',
  configuration: {
    quick: { ...assignment.quickWithoutNormalisation, ...nets, repetitions: 12 },
    full: { ...assignment.full, ...nets, repetitions: 8 },
  },
  experiment: async (comparison, laboratory) => {
    const { deeper, shallower } = await compareDepths(comparison, laboratory)
    return { deeper, shallower, surfaces: await bestSurfaces([...shallower, ...deeper], comparison, laboratory) }
  },
  judge: (compared) =>
    judgeOrdering({
      ...pairedErrors(compared, ['three_layers', 'one_layer']),
      claimed: { above: 0 },
      smallestEffect: ofRmse,
    }),
  // The deeper net has one layer too.
  twin: { deeper: one },
  figures: ({ surfaces }, { finding }) => [learnedSurfaces(surfaces, finding)],
})

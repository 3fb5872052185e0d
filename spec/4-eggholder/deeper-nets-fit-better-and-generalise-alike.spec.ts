// "more accurate models that generalize better than a shallow network" (the written answer of Problem 4).

import { claim } from '../../src/claims/claim.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { compareDepths, pairedErrors } from '../../src/experiments/eggholder/depth-comparison.ts'
import { rmseGap, testRmse } from '../../src/experiments/eggholder/errors.ts'
import { assignment } from '../../src/experiments/eggholder/experiment.ts'
import { netsOf48Units } from '../../src/experiments/eggholder/nets-compared.ts'
import { ofRmse } from '../../src/experiments/eggholder/smallest-effects.ts'

const { one, three } = netsOf48Units(true)
const measures = { 'test less training': rmseGap, test: testRmse } as const
const nets = { deeper: three, shallower: one, measure: 'test less training' as keyof typeof measures }

claim({
  id: 'P4.4',
  reading: 'as-assigned',
  part: 'gap',
  kind: 'ordering',
  scope: 'the method',
  statement: 'Three hidden layers have a narrower gap between test and training RMSE than one of as many units',
  source: 'Problem 4, question 2: the written answer',
  reported: null,
  pinned: {
    quick: 'refuted',
    full: { inconclusive: 'Not run yet: 2000 epochs of all these nets take hours.' },
  },
  explanation:
    'Both sets are evaluated in evaluation mode, and all nets have BatchNorm. What depth gains on the test points (P4.1) ' +
    'it gains on the training points too: the deeper nets fit better, and generalise neither better nor worse. The ' +
    'notebook takes a low error on the test points for good generalisation, which the twin does.',
  configuration: {
    quick: { ...assignment.quick, ...nets, repetitions: 12 },
    full: { ...assignment.full, ...nets, repetitions: 8 },
  },
  experiment: ({ measure, ...comparison }, laboratory) => compareDepths(comparison, laboratory),
  judge: (compared, { measure }) =>
    judgeOrdering({
      ...pairedErrors(compared, ['three_layers', 'one_layer'], { name: 'gap_of_rmse', of: measures[measure] }),
      claimed: { above: 0 },
      smallestEffect: ofRmse,
    }),
  twin: { measure: 'test' },
})

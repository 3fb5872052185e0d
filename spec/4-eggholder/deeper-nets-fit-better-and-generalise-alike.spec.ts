// "more accurate models that generalize better than a shallow network" (the written answer of Problem 4).

import { claim } from '../../src/claims/claim.ts'
import { meanEvidence } from '../../src/claims/evidence.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { averageOverNets, compareDepths } from '../../src/experiments/eggholder/depth-comparison.ts'
import { rmseGap, testRmse } from '../../src/experiments/eggholder/errors.ts'
import { assignment } from '../../src/experiments/eggholder/experiment.ts'
import { netsOf48Units } from '../../src/experiments/eggholder/nets-compared.ts'
import { ofRmse } from '../../src/experiments/eggholder/smallest-effects.ts'
import { differences } from '../../src/statistics/differences.ts'

const { one, three } = netsOf48Units(true)
const measures = { 'test less training': rmseGap, test: testRmse } as const
const measure: keyof typeof measures = 'test less training'
const nets = { deeper: three, shallower: one, repetitions: 12, measure: measure as keyof typeof measures }

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
  configuration: { quick: { ...assignment.quick, ...nets }, full: { ...assignment.full, ...nets } },
  experiment: ({ measure, ...comparison }, laboratory) => compareDepths(comparison, laboratory),
  judge: ({ deeper, shallower }, { measure }) => {
    const [deep, shallow] = [deeper, shallower].map((nets) => averageOverNets(nets, measures[measure]))
    return judgeOrdering({
      metric: 'one_layer_minus_three_layers_gap_of_rmse',
      values: differences(shallow!, deep!),
      units: 'pairs of trainings',
      claimed: { above: 0 },
      smallestEffect: ofRmse,
      context: [meanEvidence('three_layers_gap_of_rmse', deep!), meanEvidence('one_layer_gap_of_rmse', shallow!)],
    })
  },
  twin: { measure: 'test' },
})

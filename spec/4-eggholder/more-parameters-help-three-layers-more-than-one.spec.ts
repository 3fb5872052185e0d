// "the tradeoff between number of parameters and RMSE" for each depth (the second question of Problem 4).

import { claim } from '../../src/claims/claim.ts'
import { meanEvidence } from '../../src/claims/evidence.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { compareDepths } from '../../src/experiments/eggholder/depth-comparison.ts'
import { fallWithParameters } from '../../src/experiments/eggholder/fall-with-parameters.ts'
import {
  asManyParametersInOneLayer,
  netsOf48Units,
  threeOf8Units,
} from '../../src/experiments/eggholder/nets-compared.ts'
import { rmseOverParameters } from '../../src/experiments/eggholder/rmse-figures.ts'
import { ofRmse } from '../../src/experiments/eggholder/smallest-effects.ts'
import { differences } from '../../src/statistics/differences.ts'

const { one, three } = netsOf48Units(false)
const shallower = [...one, asManyParametersInOneLayer]
const nets = { deeper: [threeOf8Units, ...three], shallower }

claim({
  id: 'P4.2',
  reading: 'as-assigned',
  part: 'slopes',
  kind: 'ordering',
  scope: 'the method',
  statement: 'The RMSE falls with the parameters more steeply in three hidden layers than in one',
  source: 'Problem 4, question 2: the written answer',
  reported: null,
  pinned: {
    quick: {
      inconclusive:
        'Nets of 8 units a layer differ so much that a dozen trainings missed the difference in three of ten seeds.',
    },
    full: { inconclusive: 'Not run yet: 32 trainings of 2000 epochs of each net take hours.' },
  },
  explanation:
    'From 177 parameters to 609 in three layers (of 8 and of 16 units each), and from 193 to 609 in one (48 and 152 units), ' +
    'for each tenfold of the parameters. A wider layer alone makes more folds of the same kind; wider layers on top of ' +
    'each other multiply them.',
  // At full scale it would be these nets, as in the claims beside this one.
  configuration: { quick: null, full: null },
  experiment: compareDepths,
  judge: ({ deeper, shallower }) => {
    const [deep, shallow] = [fallWithParameters(deeper), fallWithParameters(shallower)]
    return judgeOrdering({
      metric: 'three_layers_minus_one_layer_fall_of_rmse_per_tenfold_parameters',
      values: differences(deep, shallow),
      claimed: { above: 0 },
      smallestEffect: ofRmse,
      units: 'repetitions',
      context: [
        meanEvidence('three_layers_fall_of_rmse_per_tenfold_parameters', deep),
        meanEvidence('one_layer_fall_of_rmse_per_tenfold_parameters', shallow),
      ],
    })
  },
  // The deeper nets have one layer too.
  twin: { deeper: nets.shallower },
  figures: ({ deeper, shallower }, { finding }) => [rmseOverParameters([...shallower, ...deeper], finding)],
})

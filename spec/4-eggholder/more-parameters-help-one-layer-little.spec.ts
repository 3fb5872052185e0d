// "the tradeoff between number of parameters and RMSE" (the second question of Problem 4).

import { claim } from '../../src/claims/claim.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { compareDepths, depthQuestion } from '../../src/experiments/eggholder/depth-comparison.ts'
import { assignment, trainNets } from '../../src/experiments/eggholder/experiment.ts'
import {
  asManyParametersInOneLayer,
  netsOf48Units,
  netsOfUnits,
} from '../../src/experiments/eggholder/nets-compared.ts'
import type { EggholderNet } from '../../src/experiments/eggholder/networks.ts'
import { rmseOverParameters, rmseOverUnits } from '../../src/experiments/eggholder/rmse-figures.ts'

const { one, two, three } = netsOf48Units(false)
const wide: readonly EggholderNet[] = [asManyParametersInOneLayer]
const nets = { larger: wide, smaller: one, others: [...two, ...three] }
/** Of half and of twice the units, for the curves alone. */
const smallerAndLarger = [24, 96].flatMap((units) => Object.values(netsOfUnits(units, false)).flat())

claim({
  id: 'P4.2',
  reading: 'as-assigned',
  part: 'one layer',
  kind: 'ordering',
  scope: 'the method',
  statement: 'The RMSE of nets with one hidden layer falls with the number of their parameters',
  source: 'Problem 4, question 2: the written answer',
  reported: null,
  pinned: {
    quick: 'refuted',
    full: { inconclusive: 'Not run yet: 32 trainings of 2000 epochs of each net take hours.' },
  },
  explanation:
    'One layer of 48 units has 193 parameters, one of 152 has 609. After the 40 epochs of the quick scale three times the ' +
    'parameters in one layer change next to nothing, as both nets are still next to constant; as many in three layers change a ' +
    'lot (the twin). Eight trainings of 2000 epochs, too few to judge, say otherwise: 0.76 to 0.95 with 48 units, 0.48 to 0.94 with 152.',
  configuration: {
    quick: { ...assignment.quick, ...nets, repetitions: 16, curves: { nets: smallerAndLarger, repetitions: 6 } },
    full: null,
  },
  experiment: async ({ larger, smaller, others, repetitions, curves, ...training }, laboratory) => {
    const nets = { deeper: larger, shallower: smaller, others, repetitions }
    const compared = await compareDepths({ ...nets, ...training }, laboratory)
    return { ...compared, curves: await trainNets(curves.nets, training, curves.repetitions, laboratory) }
  },
  judge: (compared) => judgeOrdering(depthQuestion(compared, ['more_parameters', 'fewer_parameters'])),
  // The larger net has three layers, of as many parameters.
  twin: { larger: three },
  figures: ({ deeper, shallower, others, curves }, { finding }) => {
    const ofAllSizes = [...shallower, ...others, ...curves]
    return [rmseOverParameters([...ofAllSizes, ...deeper], finding), rmseOverUnits(ofAllSizes, finding)]
  },
})

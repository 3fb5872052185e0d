// "more accurate models that generalize better than a shallow network" (the written answer of Problem 4).

import { claim } from '../../src/claims/claim.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { compareDepths, depthQuestion } from '../../src/experiments/eggholder/depth-comparison.ts'
import { errorsOverEpochs } from '../../src/experiments/eggholder/error-figure.ts'
import { rmseGap } from '../../src/experiments/eggholder/errors.ts'
import { assignment } from '../../src/experiments/eggholder/experiment.ts'
import { gapsOfErrors } from '../../src/experiments/eggholder/gap-figure.ts'
import { netsOf48Units } from '../../src/experiments/eggholder/nets-compared.ts'

const { one, three } = netsOf48Units(true)
const arms = { deeper: three, shallower: one }
/** So few that there is a gap to speak of. */
const fewPoints = { ...assignment.quick, trainingPoints: 250, testPoints: 1000, epochs: 400 }

claim({
  id: 'P4.4',
  reading: 'as-assigned',
  part: 'gap on few points',
  kind: 'ordering',
  scope: 'the method',
  statement: 'On 250 points three layers have a narrower gap of test over training RMSE than one of as many units',
  source: 'Problem 4, question 2: the written answer',
  reported: null,
  pinned: { quick: 'refuted', full: 'refuted' },
  explanation:
    'Both sets are evaluated in evaluation mode, and both nets have BatchNorm. Three layers have the wider gap: they fit ' +
    'more, and more of what they fit is chance. The notebook takes a low error on the test points for good generalisation, ' +
    'but of so many points as its 80,000 a low error says how well a net fits.',
  configuration: {
    quick: { ...fewPoints, arms, repetitions: 24 },
    full: { ...fewPoints, arms, repetitions: 48 },
  },
  experiment: ({ arms, ...training }, laboratory) => compareDepths({ ...arms, ...training }, laboratory),
  judge: (compared) =>
    judgeOrdering(depthQuestion(compared, ['three_layers', 'one_layer'], { name: 'gap_of_rmse', of: rmseGap })),
  // The rivals have changed places.
  twin: { arms: { deeper: one, shallower: three } },
  figures: ({ deeper, shallower }, { finding }) => {
    const nets = [...shallower, ...deeper]
    return [gapsOfErrors(nets, finding), errorsOverEpochs(nets, finding)]
  },
})

// The same after ten times the epochs: is it only a matter of time (Problem 2, question 3)?
import { claim } from '../../src/claims/claim.ts'
import { judgeRate } from '../../src/claims/judges/rate.ts'
import { collapseEvidence } from '../../src/experiments/dying-relu/evidence.ts'
import { assignment, collapse } from '../../src/experiments/dying-relu/experiment.ts'
import { functionsOfRuns, varianceHistogram } from '../../src/experiments/dying-relu/function-figures.ts'
import { collapseCount } from '../../src/experiments/dying-relu/rules.ts'

const configuration = { ...assignment, activation: { leakyRelu: 0.2 }, epochs: 20 }

claim({
  id: 'P2.3',
  reading: 'as-assigned',
  part: 'prevention after 20 epochs',
  kind: 'rate',
  scope: null,
  statement: 'After 20 epochs fewer than 10 % of leaky nets of slope 0.2 have an output variance of 0.001 or less',
  source: 'Problem 2, question 3: the written answer',
  reported: null,
  pinned: { quick: 'refuted', full: 'refuted' },
  explanation:
    'More than half of the nets with the slope 0.2 still count as collapsed after ten times the epochs of the notebook, and few of ' +
    'them are constant: the others sit on a plateau that they leave at some time, as the one model of the notebook did.',
  configuration: { quick: { ...configuration, runs: 200 }, full: { ...configuration, runs: 2000 } },
  experiment: collapse,
  judge: (runs) =>
    judgeRate({
      metric: 'share_of_leaky_nets_collapsed_by_the_rule_of_the_notebook',
      ...collapseCount('notebook', runs),
      claimed: { below: 0.1 },
      context: collapseEvidence(['constant'], runs),
    }),
  twin: { hiddenLayers: 1 },
  figures: (runs, { finding }) => [
    functionsOfRuns(runs, finding),
    varianceHistogram(new Map([['slope 0.2', runs]]), finding),
  ],
})

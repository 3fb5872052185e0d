// "actually 100% of the networks in my case" (Problem 2, question 2): here a thousand and more independent nets.
import printed from '../../fixtures/notebook.json' with { type: 'json' }
import { claim } from '../../src/claims/claim.ts'
import { judgeRate } from '../../src/claims/judges/rate.ts'
import { collapseEvidence } from '../../src/experiments/dying-relu/evidence.ts'
import { assignment, collapse } from '../../src/experiments/dying-relu/experiment.ts'
import { functionsOfRuns, varianceHistogram } from '../../src/experiments/dying-relu/function-figures.ts'
import { collapseCount } from '../../src/experiments/dying-relu/rules.ts'

const { text, value } = printed['P2.2'].collapsedFraction

claim({
  id: 'P2.2',
  reading: 'as-assigned',
  part: 'ten layers, the rule of the notebook',
  kind: 'rate',
  scope: null,
  statement: 'Over 90 % of ReLU nets with ten hidden layers of width 2 have an output variance of 0.001 or less',
  source: 'Problem 2, question 2: the written answer',
  reported: { text, value },
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'Each run has points, first weights and orders of its own. The share is high but not 1.0, which the notebook prints ' +
    'because it trains one model. Two or three in a hundred pass for collapsed though their output still varies, a ' +
    'little: for most of them two epochs were too few.',
  configuration: { quick: { ...assignment, runs: 5000 }, full: { ...assignment, runs: 20_000 } },
  experiment: collapse,
  judge: (runs) =>
    judgeRate({
      metric: 'share_of_relu_nets_collapsed_by_the_rule_of_the_notebook',
      ...collapseCount('notebook', runs),
      claimed: { above: 0.9 },
      context: collapseEvidence(['constant', 'dead'], runs),
    }),
  twin: { hiddenLayers: 1 },
  figures: (runs, { finding }) => [
    functionsOfRuns(runs, finding),
    varianceHistogram(new Map([['ReLU', runs]]), finding),
  ],
})

// The printed code has nine hidden layers, and "10-layer" of Lu et al. means the same (Problem 2, question 2).
import { claim } from '../../src/claims/claim.ts'
import { judgeRate } from '../../src/claims/judges/rate.ts'
import { collapseEvidence } from '../../src/experiments/dying-relu/evidence.ts'
import { assignment, collapse } from '../../src/experiments/dying-relu/experiment.ts'
import { collapseCount } from '../../src/experiments/dying-relu/rules.ts'

const configuration = { ...assignment, hiddenLayers: 9 }

claim({
  id: 'P2.2',
  reading: 'as-assigned',
  part: 'nine layers, the rule of the notebook',
  kind: 'rate',
  scope: null,
  statement: 'Over 90 % of ReLU nets with nine hidden layers of width 2 have an output variance of 0.001 or less',
  source: 'Problem 2, question 2: the printed code',
  reported: null,
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation: 'One hidden layer less makes the share a little smaller, on the same points.',
  configuration: { quick: { ...configuration, runs: 5000 }, full: { ...configuration, runs: 20_000 } },
  experiment: collapse,
  judge: (runs) =>
    judgeRate({
      metric: 'share_of_relu_nets_collapsed_by_the_rule_of_the_notebook',
      ...collapseCount('notebook', runs),
      claimed: { above: 0.9 },
      context: collapseEvidence(['constant', 'dead'], runs),
    }),
  twin: { hiddenLayers: 1 },
})

// A dying ReLU network "collapses to a constant function" (Problem 2, question 2).
import { claim } from '../../src/claims/claim.ts'
import { judgeRate } from '../../src/claims/judges/rate.ts'
import { collapseEvidence } from '../../src/experiments/dying-relu/evidence.ts'
import { assignment, collapse } from '../../src/experiments/dying-relu/experiment.ts'
import { collapseCount } from '../../src/experiments/dying-relu/rules.ts'

claim({
  id: 'P2.2',
  reading: 'as-assigned',
  part: 'ten layers, constants',
  kind: 'rate',
  scope: null,
  statement: 'Over 90 % of ReLU nets with ten hidden layers of width 2 end as constants',
  source: 'Problem 2, question 2: the written answer, and Lu et al.',
  reported: null,
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'Constant means to a millionth: a variance of 1e-12 or less in a float64 pass from the trained weights. Practically all of ' +
    'these nets are dead in the strict sense, with no hidden path that is active anywhere, so that the bound hardly matters here. ' +
    'For leaky nets it does: see "ordering, constants".',
  configuration: { quick: { ...assignment, runs: 5000 }, full: { ...assignment, runs: 20_000 } },
  experiment: collapse,
  judge: (runs) =>
    judgeRate({
      metric: 'share_of_relu_nets_that_are_constant',
      ...collapseCount('constant', runs),
      claimed: { above: 0.9 },
      context: collapseEvidence(['dead'], runs),
    }),
  twin: { hiddenLayers: 1 },
})

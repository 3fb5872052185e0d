// Leaky ReLU "allowed for a very small portion of the networks to collapse" (Problem 2, question 3).
import printed from '../../fixtures/notebook.json' with { type: 'json' }
import { claim } from '../../src/claims/claim.ts'
import { judgeRate } from '../../src/claims/judges/rate.ts'
import { collapseEvidence } from '../../src/experiments/dying-relu/evidence.ts'
import { assignment, collapse } from '../../src/experiments/dying-relu/experiment.ts'
import { functionsOfRuns } from '../../src/experiments/dying-relu/function-figures.ts'
import { collapseCount } from '../../src/experiments/dying-relu/rules.ts'

const { text, value } = printed['P2.3'].collapsedFraction
const configuration = { ...assignment, activation: { leakyRelu: 0.2 } }

claim({
  id: 'P2.3',
  reading: 'as-assigned',
  part: 'prevention, the rule of the notebook',
  kind: 'rate',
  scope: null,
  statement: 'Fewer than 10 % of leaky nets of slope 0.2 have an output variance of 0.001 or less after 2 epochs',
  source: 'Problem 2, question 3: the written answer',
  reported: { text, value },
  pinned: { quick: 'refuted', full: 'refuted' },
  explanation:
    'Of independent nets nine in ten count as collapsed by the rule of the notebook, with the slope 0.2 that its Keras has. ' +
    'Its 0.002 comes from one model that was trained for 2000 epochs. The rule mistakes a small output for a constant one: ' +
    'each of the ten hidden layers shrinks what is negative to a fifth, and two epochs do not undo that.',
  configuration: { quick: { ...configuration, runs: 1000 }, full: { ...configuration, runs: 10_000 } },
  experiment: collapse,
  judge: (runs) =>
    judgeRate({
      metric: 'share_of_leaky_nets_collapsed_by_the_rule_of_the_notebook',
      ...collapseCount('notebook', runs),
      claimed: { below: 0.1 },
      context: collapseEvidence(['constant'], runs),
    }),
  twin: { hiddenLayers: 1 },
  figures: (runs, { finding }) => [functionsOfRuns(runs, finding)],
})

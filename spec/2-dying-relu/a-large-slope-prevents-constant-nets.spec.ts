// Does leaky ReLU prevent a collapse? With the slope 0.3 of Keras's layer LeakyReLU (Problem 2, question 3).
import { claim } from '../../src/claims/claim.ts'
import { judgeRate } from '../../src/claims/judges/rate.ts'
import { collapseEvidence } from '../../src/experiments/dying-relu/evidence.ts'
import { assignment, collapse } from '../../src/experiments/dying-relu/experiment.ts'
import { collapseCount } from '../../src/experiments/dying-relu/rules.ts'

const configuration = { ...assignment, activation: { leakyRelu: 0.3 } }

claim({
  id: 'P2.3',
  reading: 'as-assigned',
  part: 'prevention, large slope',
  kind: 'rate',
  scope: null,
  statement: 'Fewer than 10 % of leaky ReLU nets with the slope 0.3 end as constants',
  source: 'Problem 2, question 3: whether it helps "in preventing dying neurons"',
  reported: null,
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'With a slope of 0.3 hardly one net in a hundred ends as a constant, where nine ReLU nets in ten do. By the rule of the ' +
    'notebook four in five still count as collapsed after 2 epochs.',
  configuration: { quick: { ...configuration, runs: 1000 }, full: { ...configuration, runs: 10_000 } },
  experiment: collapse,
  judge: (runs) =>
    judgeRate({
      metric: 'share_of_leaky_nets_that_are_constant',
      ...collapseCount('constant', runs),
      claimed: { below: 0.1 },
      context: collapseEvidence(['notebook'], runs),
    }),
  twin: { activation: { leakyRelu: 0.01 } },
})

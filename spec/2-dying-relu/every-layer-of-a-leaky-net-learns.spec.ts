// "Did Leaky ReLU help in preventing dying neurons?" is the question of the assignment (Problem 2, question 3).
import { claim } from '../../src/claims/claim.ts'
import { judgeTheorem } from '../../src/claims/judges/theorem.ts'
import { everyLayerLearns, type NetsConfiguration } from '../../src/experiments/dying-relu/theorems.ts'

const configuration: NetsConfiguration = { activation: { leakyRelu: 0.01 } }

claim({
  id: 'P2.3',
  reading: 'as-assigned',
  part: 'no death',
  kind: 'theorem',
  scope: null,
  statement: 'Every layer of a leaky ReLU net gets a gradient, whatever first weights are drawn',
  source: 'Problem 2, question 3: the question of the assignment',
  reported: null,
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'In exact arithmetic a leaky unit passes something of every gradient, so no neuron dies and no net is born dead. That ' +
    'does not mean that the gradient is large enough to learn from: with the slope 0.01 and ten layers it may be 1e-20 of ' +
    'what it was, and the parts on small slopes and on the rule of the notebook show what follows.',
  configuration: { quick: configuration, full: configuration },
  experiment: everyLayerLearns,
  judge: judgeTheorem,
  twin: { activation: 'relu' },
})

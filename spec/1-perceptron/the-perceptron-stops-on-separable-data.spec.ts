// Question 1: the perceptron algorithm on separable data ends, which the notebook's labels kept from happening.
import { claim } from '../../src/claims/claim.ts'
import { judgeTheorem } from '../../src/claims/judges/theorem.ts'
import type { Criterion } from '../../src/experiments/perceptron/criterion.ts'
import { perceptronStops } from '../../src/experiments/perceptron/theorems.ts'

const configuration: { criterion: Criterion; learningRate: number } = { criterion: 'perceptron', learningRate: 0.01 }

claim({
  id: 'P1.1',
  reading: 'as-assigned',
  part: 'convergence',
  kind: 'theorem',
  scope: null,
  statement: 'On separable data the perceptron stops updating within the bound of Novikoff',
  source: 'Problem 1, question 1',
  reported: null,
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'The bound is stated for any first weights, as the assignment starts from U(−3, 3) and not from zero. Hinge loss ' +
    'goes on past it, as it also moves for points that are right by less than 1.',
  configuration: { quick: configuration, full: configuration },
  experiment: perceptronStops,
  judge: judgeTheorem,
  twin: { criterion: 'hinge' },
})

// "if a data point is far from the decision boundary, nothing is added to the loss" (Problem 1, question 3).
import { claim } from '../../src/claims/claim.ts'
import { judgeTheorem } from '../../src/claims/judges/theorem.ts'
import type { Criterion } from '../../src/experiments/perceptron/criterion.ts'
import { farPointsAddNothing } from '../../src/experiments/perceptron/theorems.ts'

const configuration: { criterion: Criterion; margin: number } = { criterion: 'hinge', margin: 1 }

claim({
  id: 'P1.3',
  reading: 'as-assigned',
  part: 'far points',
  kind: 'theorem',
  scope: null,
  statement: 'A point that is right by a margin of 1 or more adds nothing to the hinge loss',
  source: 'Problem 1, question 3: the reasons given',
  reported: null,
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'True of points on the right side, but no reason for hinge loss to be the better one: the perceptron criterion is ' +
    'zero for every point that is right by any margin at all, so it ignores still more points. A point that is far on ' +
    'the wrong side costs the most under both.',
  configuration: { quick: configuration, full: configuration },
  experiment: farPointsAddNothing,
  judge: judgeTheorem,
  twin: { margin: 0.5 },
})

// The notebook's hinge branch asks for "y_error == 0 and total_loss > 0" of the predicted sign (Problem 1, question 2).
import { claim } from '../../src/claims/claim.ts'
import { judgeTheorem } from '../../src/claims/judges/theorem.ts'
import type { Labels } from '../../src/experiments/perceptron/data.ts'
import { hingeBranchIsDead } from '../../src/experiments/perceptron/theorems.ts'

const configuration: { labels: Labels } = { labels: 'zero-one' }

claim({
  id: 'P1.2',
  reading: 'as-submitted',
  part: 'dead branch',
  kind: 'theorem',
  scope: null,
  statement: 'The submitted hinge training is the submitted perceptron training, bit for bit',
  source: 'Problem 1, question 2: the hinge branch of the training loop',
  reported: null,
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'The branch takes the loss of the sign, 1 − sign(w·x), which is positive only for a sign of −1 or 0; but a right ' +
    'answer to a label of 0 or 1 has the sign 0 or +1. Only w·x = 0 with the label 0 enters it, and adds lr·0·x. So the ' +
    'two printed accuracies differ by their first weights alone.',
  configuration: { quick: configuration, full: configuration },
  experiment: hingeBranchIsDead,
  judge: judgeTheorem,
  twin: { labels: 'plus-minus-one' },
})

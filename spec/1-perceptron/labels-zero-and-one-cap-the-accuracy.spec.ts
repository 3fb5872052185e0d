// The notebook labels points 0 or 1 and compares them with "np.sign" (Problem 1, question 1): what 0.538 can mean.
import { claim } from '../../src/claims/claim.ts'
import { judgeTheorem } from '../../src/claims/judges/theorem.ts'
import type { Labels } from '../../src/experiments/perceptron/data.ts'
import { labelsCapAccuracy } from '../../src/experiments/perceptron/theorems.ts'

const configuration: { labels: Labels } = { labels: 'zero-one' }

claim({
  id: 'P1.1',
  reading: 'as-submitted',
  part: 'ceiling',
  kind: 'theorem',
  scope: null,
  statement: 'Labels 0 and 1 against predicted signs cap the accuracy at the share of positive points',
  source: 'Problem 1, question 1: labels of 0 or 1, predictions by sign',
  reported: null,
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'A negative point has the label 0 and is predicted as −1 when it is classified rightly, which counts as an error. ' +
    'Only a point exactly on the boundary, predicted as 0, is excepted. So 0.538, the share of the positive class, is the ' +
    'best that weights print here, give or take the one point that can be put on their boundary.',
  configuration: { quick: configuration, full: configuration },
  experiment: labelsCapAccuracy,
  judge: judgeTheorem,
  twin: { labels: 'plus-minus-one' },
})

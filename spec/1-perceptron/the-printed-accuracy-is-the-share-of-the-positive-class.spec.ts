// The notebook prints "Accuracy: 0.538" for its perceptron (Problem 1, question 1).

import printed from '../../fixtures/notebook.json' with { type: 'json' }
import golden from '../../fixtures/perceptron-replay/golden.json' with { type: 'json' }
import { claim } from '../../src/claims/claim.ts'
import { exactEvidence } from '../../src/claims/evidence.ts'
import { provided } from '../../src/claims/judgement.ts'
import { judgeExact } from '../../src/claims/judges/exact.ts'
import { notebook, replay, type SubmittedConfiguration } from '../../src/experiments/perceptron/submitted.ts'

const { text, value } = printed['P1.1'].accuracy
const configuration: SubmittedConfiguration = { ...notebook, criterion: 'perceptron', draw: 1 }

claim({
  id: 'P1.1',
  reading: 'as-submitted',
  part: 'accuracy',
  kind: 'exact',
  scope: null,
  statement: 'A replay of the notebook from NumPy seed 3 prints the accuracy 0.538',
  source: 'Problem 1, question 1: the printed accuracy',
  reported: { text, value },
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'The labels are 0 and 1 but the predictions are signs, so the training never settles and ends with both weights ' +
    'positive: every test point is predicted as +1. 0.538 is the share of the positive class among the 1000 test ' +
    'points, and says nothing about a perceptron.',
  configuration: { quick: configuration, full: configuration },
  experiment: replay,
  judge: ({ accuracy, positiveShare, predictedPositiveShare, start, weights }, { numpySeed }) => {
    const numpy = golden.replays.find(({ seed }) => seed === numpySeed)!.perceptron
    const faithful = String([start, weights]) === String([numpy.startWeights, numpy.finalWeights])
    const judgement = judgeExact({
      metric: 'perceptron_test_accuracy',
      value: accuracy,
      printed: text,
      context: [
        exactEvidence('share_of_positive_test_points', positiveShare),
        exactEvidence('share_of_test_points_predicted_positive', predictedPositiveShare),
        exactEvidence('first_weight_at_the_start', start[0]),
        exactEvidence('second_weight_at_the_start', start[1]),
        exactEvidence('first_weight_at_the_end', weights[0]),
        exactEvidence('second_weight_at_the_end', weights[1]),
      ],
    })
    return provided(faithful, 'The replay does not start and end with the weights that NumPy has.', judgement)
  },
  twin: { numpySeed: 4 },
})

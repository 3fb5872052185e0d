// Question 1: 20 points that a line through the origin separates by construction, trained for the notebook's 100 epochs.
import { claim } from '../../src/claims/claim.ts'
import { meanEvidence, shareEvidence } from '../../src/claims/evidence.ts'
import { judgeRate } from '../../src/claims/judges/rate.ts'
import { assignment, trainPerceptrons } from '../../src/experiments/perceptron/experiment.ts'

claim({
  id: 'P1.1',
  reading: 'as-assigned',
  part: 'fit',
  kind: 'rate',
  scope: null,
  statement: 'The perceptron fits more than 90 % of separable training sets within 100 epochs',
  source: 'Problem 1, question 1',
  reported: null,
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'Every set of 20 points is separable, and every one is fitted in the end (see the part "convergence"). At the ' +
    'learning rate 0.01 the way from first weights as large as 3 takes some sets more than 100 epochs.',
  configuration: {
    quick: { ...assignment.quick, criterion: 'perceptron' },
    full: { ...assignment.full, criterion: 'perceptron' },
  },
  experiment: trainPerceptrons,
  judge: ({ fittedRuns, censoredRuns, pairs, lastUpdate }) =>
    judgeRate({
      metric: 'share_of_training_sets_fitted_by_the_perceptron',
      successes: fittedRuns,
      trials: 2 * pairs,
      claimed: { above: 0.9 },
      context: [
        meanEvidence('perceptron_last_epoch_with_an_update', lastUpdate, 'epoch'),
        shareEvidence('share_of_training_sets_still_updated_in_the_last_epoch', censoredRuns, 2 * pairs),
      ],
    }),
  twin: { labels: 'zero-one' },
})

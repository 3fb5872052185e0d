// Hinge loss is said to be "less sensitive to overfitting" (Problem 1, question 3), with a hundred times the epochs.
import { claim } from '../../src/claims/claim.ts'
import { meanEvidence, shareEvidence } from '../../src/claims/evidence.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { assignment, compareCriteria } from '../../src/experiments/perceptron/experiment.ts'
import { smallestEffects } from '../../src/experiments/perceptron/smallest-effects.ts'
import { differences } from '../../src/statistics/differences.ts'

claim({
  id: 'P1.3',
  reading: 'as-assigned',
  part: 'overfitting after 10000 epochs',
  kind: 'ordering',
  scope: 'the method',
  statement: 'Hinge loss has a smaller gap of training over test accuracy after 10,000 epochs',
  source: 'Problem 1, question 3: the reasons given',
  reported: null,
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'Only a part of the smaller gap is a higher test accuracy. The rest is training sets that hinge loss still gets ' +
    'wrong where the perceptron has fitted all of them.',
  configuration: {
    quick: { ...assignment.quick, epochs: 10_000, arms: ['hinge', 'perceptron'] },
    full: { ...assignment.full, epochs: 10_000, arms: ['hinge', 'perceptron'] },
  },
  experiment: compareCriteria,
  judge: ({ better, worse }) =>
    judgeOrdering({
      metric: 'perceptron_minus_hinge_generalisation_gap',
      values: differences(worse.generalisationGap, better.generalisationGap),
      claimed: { above: 0 },
      smallestEffect: smallestEffects.generalisationGap,
      units: 'pairs of training sets',
      context: [
        meanEvidence('hinge_generalisation_gap', better.generalisationGap),
        meanEvidence('perceptron_generalisation_gap', worse.generalisationGap),
        meanEvidence('hinge_training_accuracy', better.trainingAccuracy),
        meanEvidence('perceptron_training_accuracy', worse.trainingAccuracy),
        shareEvidence('share_of_training_sets_fitted_by_hinge_loss', better.fittedRuns, 2 * better.pairs),
        shareEvidence('share_of_training_sets_fitted_by_the_perceptron', worse.fittedRuns, 2 * worse.pairs),
      ],
    }),
  twin: { epochs: 100 },
})

// Hinge loss is said to be "less sensitive to overfitting" (Problem 1, question 3).
import { claim } from '../../src/claims/claim.ts'
import { meanEvidence } from '../../src/claims/evidence.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { assignment, compareCriteria } from '../../src/experiments/perceptron/experiment.ts'
import { smallestEffects } from '../../src/experiments/perceptron/smallest-effects.ts'
import { differences } from '../../src/statistics/differences.ts'

claim({
  id: 'P1.3',
  reading: 'as-assigned',
  part: 'overfitting',
  kind: 'ordering',
  scope: 'the method',
  statement: 'Hinge loss has a smaller gap of training over test accuracy than the perceptron after 100 epochs',
  source: 'Problem 1, question 3: the reasons given',
  reported: null,
  pinned: { quick: 'refuted', full: 'refuted' },
  explanation:
    'A gap that is smaller by one point of a hundred is of interest, and is excluded: the two gaps are alike, although ' +
    'hinge loss has a lower training accuracy to lose from.',
  configuration: {
    quick: { ...assignment.quick, arms: ['hinge', 'perceptron'] },
    full: { ...assignment.full, arms: ['hinge', 'perceptron'] },
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
      ],
    }),
  twin: { epochs: 10_000 },
})

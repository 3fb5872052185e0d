// "You obtain better accuracy with the hinge-loss" (Problem 1, question 3), with a hundred times the epochs.
import { claim } from '../../src/claims/claim.ts'
import { meanEvidence, shareEvidence } from '../../src/claims/evidence.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { assignment, compareCriteria } from '../../src/experiments/perceptron/experiment.ts'
import { accuracyDistributions } from '../../src/experiments/perceptron/figures.ts'
import { smallestEffects } from '../../src/experiments/perceptron/smallest-effects.ts'
import { differences } from '../../src/statistics/differences.ts'

claim({
  id: 'P1.3',
  reading: 'as-assigned',
  part: 'accuracy after 10000 epochs',
  kind: 'ordering',
  scope: 'the method',
  statement: 'Hinge loss classifies more test points rightly than the perceptron after 10,000 epochs',
  source: 'Problem 1, question 3: the written answer',
  reported: null,
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'The perceptron stops at the first weights that fit; hinge loss goes on towards a margin, most runs still after ' +
    '10,000 epochs. The gain is real and small, and it is not what the notebook measured.',
  configuration: {
    quick: { ...assignment.quick, epochs: 10_000, arms: ['hinge', 'perceptron'] },
    full: { ...assignment.full, epochs: 10_000, arms: ['hinge', 'perceptron'] },
  },
  experiment: compareCriteria,
  judge: ({ better, worse }) =>
    judgeOrdering({
      metric: 'hinge_minus_perceptron_test_accuracy',
      values: differences(better.testAccuracy, worse.testAccuracy),
      claimed: { above: 0 },
      smallestEffect: smallestEffects.testPoints,
      units: 'pairs of training sets',
      context: [
        meanEvidence('hinge_test_accuracy', better.testAccuracy),
        meanEvidence('perceptron_test_accuracy', worse.testAccuracy),
        shareEvidence('share_of_hinge_runs_still_updated_in_the_last_epoch', better.censoredRuns, 2 * better.pairs),
        shareEvidence('share_of_perceptron_runs_still_updated_in_the_last_epoch', worse.censoredRuns, 2 * worse.pairs),
      ],
    }),
  twin: { epochs: 100 },
  figures: (arms, { finding }) => [accuracyDistributions(arms, finding)],
})

// Hinge loss is said to "converge faster" (Problem 1, question 3).
import { claim } from '../../src/claims/claim.ts'
import { meanEvidence, shareEvidence } from '../../src/claims/evidence.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { assignment, compareCriteria } from '../../src/experiments/perceptron/experiment.ts'
import { smallestEffects } from '../../src/experiments/perceptron/smallest-effects.ts'
import { differences } from '../../src/statistics/differences.ts'

claim({
  id: 'P1.3',
  reading: 'as-assigned',
  part: 'convergence',
  kind: 'ordering',
  scope: 'the method',
  statement: 'Hinge training makes its last update in an earlier epoch than perceptron training',
  source: 'Problem 1, question 3: the reasons given',
  reported: null,
  pinned: { quick: 'refuted', full: 'refuted' },
  explanation:
    'A run converges when no point moves its weights any more. A run that still moves in epoch 100 counts as 100, which ' +
    'favours the slower arm, and that is hinge loss: practically none of its runs has converged. At 10,000 epochs most of ' +
    'them still have not, while every perceptron ends.',
  configuration: {
    quick: { ...assignment.quick, arms: ['hinge', 'perceptron'] },
    full: { ...assignment.full, arms: ['hinge', 'perceptron'] },
  },
  experiment: compareCriteria,
  judge: ({ better, worse }) =>
    judgeOrdering({
      metric: 'epochs_by_which_hinge_converges_earlier',
      values: differences(worse.lastUpdate, better.lastUpdate),
      unit: 'epoch',
      claimed: { above: 0 },
      smallestEffect: smallestEffects.epochs,
      units: 'pairs of training sets',
      context: [
        meanEvidence('hinge_last_epoch_with_an_update', better.lastUpdate, 'epoch'),
        meanEvidence('perceptron_last_epoch_with_an_update', worse.lastUpdate, 'epoch'),
        shareEvidence('share_of_hinge_runs_still_updated_in_the_last_epoch', better.censoredRuns, 2 * better.pairs),
        shareEvidence('share_of_perceptron_runs_still_updated_in_the_last_epoch', worse.censoredRuns, 2 * worse.pairs),
      ],
    }),
  twin: { arms: ['perceptron', 'hinge'] },
})

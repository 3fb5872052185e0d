// Hinge loss is said to seek "the maximum margin separation" (Problem 1, question 4).
import { claim } from '../../src/claims/claim.ts'
import { meanEvidence } from '../../src/claims/evidence.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { assignment, compareCriteria } from '../../src/experiments/perceptron/experiment.ts'
import { smallestEffects } from '../../src/experiments/perceptron/smallest-effects.ts'
import { differences } from '../../src/statistics/differences.ts'

claim({
  id: 'P1.4',
  reading: 'as-assigned',
  part: 'maximum margin after 10000 epochs',
  kind: 'ordering',
  scope: 'the method',
  statement: 'Hinge weights lie nearer to the hard-margin solution than perceptron weights after 10,000 epochs',
  source: 'Problem 1, question 4: the reason given',
  reported: null,
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'Hinge loss without regularisation does not seek the maximum margin, but once it is trained far enough its weights lie ' +
    'nearer to it than the first weights that happen to fit.',
  configuration: {
    quick: { ...assignment.quick, epochs: 10_000, arms: ['hinge', 'perceptron'] },
    full: { ...assignment.full, epochs: 10_000, arms: ['hinge', 'perceptron'] },
  },
  experiment: compareCriteria,
  judge: ({ better, worse }) =>
    judgeOrdering({
      metric: 'degrees_by_which_hinge_is_nearer_to_the_hard_margin',
      values: differences(worse.angleToHardMargin, better.angleToHardMargin),
      unit: 'degree',
      claimed: { above: 0 },
      smallestEffect: smallestEffects.degrees,
      units: 'pairs of training sets',
      context: [
        meanEvidence('hinge_angle_to_the_hard_margin', better.angleToHardMargin, 'degree'),
        meanEvidence('perceptron_angle_to_the_hard_margin', worse.angleToHardMargin, 'degree'),
      ],
    }),
  twin: { epochs: 100 },
})

// Of co-adaptation: "Regularization is one option in handling" it (Problem 3, question 1).

import { claim } from '../../src/claims/claim.ts'
import { meanEvidence } from '../../src/claims/evidence.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { assigned } from '../../src/experiments/lenet/arms.ts'
import { correlateUnits } from '../../src/experiments/lenet/correlation-comparison.ts'
import { assignment } from '../../src/experiments/lenet/experiment.ts'
import { differences } from '../../src/statistics/differences.ts'

const { plain, batchNormalisation, dropout } = assigned
const compared = { arm: dropout, rival: plain, blocks: 50 }

claim({
  id: 'P3.1',
  reading: 'as-assigned',
  part: 'correlated units',
  kind: 'ordering',
  scope: 'these nets',
  statement: 'The units of LeNet-5’s layer F6 are less correlated with Dropout',
  source: 'Problem 3, question 1: the written answer',
  reported: null,
  pinned: { quick: 'refuted', full: 'refuted' },
  explanation:
    'Units that detect features together depend on each other, and correlation is what Cogswell et al. (2016) reduce for ' +
    'that reason. On test images, with all dropout off, F6 is as correlated with Dropout as without, though it misses ' +
    'removed units less, perhaps since copies of a unit can stand in for it. BatchNorm, which is not said to do so, decorrelates F6.',
  configuration: { quick: { ...assignment.quick, ...compared }, full: { ...assignment.full, ...compared } },
  experiment: correlateUnits,
  judge: ({ arm, rival }) =>
    judgeOrdering({
      metric: 'mean_absolute_correlation_without_dropout_minus_with',
      values: differences(rival, arm),
      claimed: { above: 0 },
      // A third of what chance alone gives independent units on the 200 images of a block, 0.057.
      smallestEffect: 0.02,
      units: 'blocks of test images',
      context: [
        meanEvidence('mean_absolute_correlation_with_dropout', arm),
        meanEvidence('mean_absolute_correlation_without_dropout', rival),
      ],
    }),
  twin: { arm: batchNormalisation },
})

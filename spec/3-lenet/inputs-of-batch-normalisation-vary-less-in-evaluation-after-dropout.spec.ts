// The net with both has Dropout before BatchNorm in each block (Problem 3, question 5): the order that Li et al. warn of.

import { claim } from '../../src/claims/claim.ts'
import { meanEvidence } from '../../src/claims/evidence.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { assigned } from '../../src/experiments/lenet/arms.ts'
import { varianceRatios } from '../../src/experiments/lenet/comparison-figures.ts'
import { assignment } from '../../src/experiments/lenet/experiment.ts'
import { measureVarianceShift } from '../../src/experiments/lenet/shifted-variance.ts'

const layers = ['input', 'C1', 'C3', 'C5', 'F6']
const choice = { arm: assigned.both, images: 1000 }

claim({
  id: 'P3.5',
  reading: 'as-assigned',
  part: 'variance shift',
  kind: 'ordering',
  scope: 'these nets',
  statement: 'After Dropout, what BatchNorm receives varies less in evaluation than in training, in all layers',
  source: 'Problem 3, question 5: the code; Li et al., arXiv 1801.05134, section 3',
  reported: null,
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'Dropout keeps the mean of a value and not its variance. So the moving variance, taken in training, is twice that of ' +
    'evaluation after a dropout of one half, and 1.3 times after one of a fifth, just as the formula of Li et al. says. ' +
    'Judged is the layer with the largest ratio, which is the input.',
  configuration: { quick: { ...assignment.quick, ...choice }, full: { ...assignment.full, ...choice } },
  experiment: measureVarianceShift,
  judge: (shifts) =>
    judgeOrdering({
      metric: 'largest_ratio_of_variance_in_evaluation_to_that_in_training',
      values: shifts[0]!.ratios.map((_, batch) => Math.max(...shifts.map(({ ratios }) => ratios[batch]!))),
      units: 'batches of test images',
      claimed: { below: 1 },
      smallestEffect: 0.1,
      context: shifts.flatMap(({ ratios, predicted }, place) => [
        meanEvidence(`ratio_of_variances_at_${layers[place]!.toLowerCase()}`, ratios),
        meanEvidence(`ratio_of_variances_at_${layers[place]!.toLowerCase()}_by_the_formula`, predicted),
      ]),
    }),
  // BatchNorm alone: nothing is dropped before it.
  twin: { arm: assigned.inputBatchNormalisation },
  figures: (shifts, { finding }) => [varianceRatios(shifts, layers, finding)],
})

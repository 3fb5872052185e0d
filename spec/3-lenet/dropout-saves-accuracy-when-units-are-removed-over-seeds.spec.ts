// Of co-adaptation: hidden units "rely on other hidden units to detect features" (Problem 3, question 1).

import { claim } from '../../src/claims/claim.ts'
import { meanEvidence } from '../../src/claims/evidence.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { ablateOverSeeds } from '../../src/experiments/lenet/ablation-comparison.ts'
import { assigned } from '../../src/experiments/lenet/arms.ts'
import { assignment } from '../../src/experiments/lenet/experiment.ts'
import { momentsOf } from '../../src/statistics/moments.ts'

const { dropout, plain } = assigned

claim({
  id: 'P3.1',
  reading: 'as-assigned',
  part: 'accuracy without units, over seeds',
  kind: 'ordering',
  scope: 'the method',
  statement: 'LeNet-5 loses less accuracy with Dropout when half of the units of F6 are removed, over seeds',
  source: 'Problem 3, question 1: the written answer',
  reported: null,
  pinned: {
    quick: {
      inconclusive:
        'A method is judged over 12 seeds or more on all images, which takes hours: at full scale it is reproduced.',
    },
    full: 'reproduced',
  },
  explanation:
    'Without half of F6 the nets with Dropout lose one point of their accuracy, the plain ones two. That is less reliance on single units, as Srivastava et al. (2014) intend, and it is worth less than a point.',
  configuration: { quick: null, full: { ...assignment.full, arm: dropout, rival: plain, removed: 42, seeds: 16 } },
  experiment: ablateOverSeeds,
  judge: (pairs) => {
    const lost = (net: 'arm' | 'rival') => pairs.map((pair) => momentsOf(pair[net].accuracyLost).mean)
    const [withDropout, without] = [lost('arm'), lost('rival')]
    return judgeOrdering({
      metric: 'test_accuracy_lost_without_dropout_minus_with',
      values: without.map((value, seed) => value - withDropout[seed]!),
      units: 'pairs of trainings',
      claimed: { above: 0 },
      // A tenth of what is of interest between whole nets: what is compared here is a part of what they lose.
      smallestEffect: 0.002,
      context: [
        meanEvidence('test_accuracy_lost_with_dropout', withDropout),
        meanEvidence('test_accuracy_lost_without_dropout', without),
      ],
    })
  },
  // Nothing is removed, so nothing is missed.
  twin: { removed: 0 },
})

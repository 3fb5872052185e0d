// What a collapsed net still learns (Problem 2, question 2).
import { claim } from '../../src/claims/claim.ts'
import { exactEvidence, meanEvidence } from '../../src/claims/evidence.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { bestConstant } from '../../src/experiments/absolute-value.ts'
import { assignment, collapse } from '../../src/experiments/dying-relu/experiment.ts'
import { collapsedBy } from '../../src/experiments/dying-relu/rules.ts'

claim({
  id: 'P2.2',
  reading: 'as-assigned',
  part: 'mean predicted',
  kind: 'ordering',
  scope: 'the method',
  statement: 'Nets that end as constants predict the mean of |x|, √7/2, to 0.1 on average',
  source: 'Problem 2, question 2: the definition of a collapse',
  reported: null,
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'What such a net can still learn is a constant, and the best one is the mean of the targets. What distance remains is ' +
    'the noise of the last few batches of 64 points, and a few thousandths that two epochs from 0 leave.',
  configuration: { quick: { ...assignment, runs: 1000 }, full: { ...assignment, runs: 20_000 } },
  experiment: collapse,
  judge: (runs) => {
    const constant = collapsedBy('constant', runs)
    const predicted = runs.meanOutput.filter((_, run) => constant[run])
    return judgeOrdering({
      metric: 'distance_of_the_predicted_constant_to_the_mean',
      values: predicted.map((value) => Math.abs(value - bestConstant)),
      claimed: { below: 0.1 },
      smallestEffect: 0.01,
      units: 'nets that are constant',
      context: [meanEvidence('predicted_constant', predicted), exactEvidence('mean_of_the_target', bestConstant)],
    })
  },
  twin: { epochs: 0 },
})

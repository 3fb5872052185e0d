// What the loss of a collapsed net is, by theory and by training (Problem 2, question 2).
import { claim } from '../../src/claims/claim.ts'
import { exactEvidence, meanEvidence } from '../../src/claims/evidence.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { lossOfBestConstant } from '../../src/experiments/absolute-value.ts'
import { assignment, collapse } from '../../src/experiments/dying-relu/experiment.ts'
import { collapsedBy } from '../../src/experiments/dying-relu/rules.ts'

claim({
  id: 'P2.2',
  reading: 'as-assigned',
  part: 'loss of a constant',
  kind: 'ordering',
  scope: 'the method',
  statement: 'Nets that end as constants have the mean square error 7/12, to 0.02 on average',
  source: 'Problem 2, question 2: the definition of a collapse',
  reported: null,
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    '7/12 is the variance of |x| for x uniform on the domain, which no constant can undercut on average. 3000 random points ' +
    'make it a little more or less in each run.',
  configuration: { quick: { ...assignment, runs: 1000 }, full: { ...assignment, runs: 20_000 } },
  experiment: collapse,
  judge: (runs) => {
    const constant = collapsedBy('constant', runs)
    const losses = runs.lossAsConstant.filter((_, run) => constant[run])
    return judgeOrdering({
      metric: 'distance_of_the_training_loss_to_the_variance_of_the_target',
      values: losses.map((loss) => Math.abs(loss - lossOfBestConstant)),
      claimed: { below: 0.02 },
      smallestEffect: 0.002,
      units: 'nets that are constant',
      context: [
        meanEvidence('training_loss_of_constant_nets', losses),
        exactEvidence('variance_of_the_target', lossOfBestConstant),
      ],
    })
  },
  twin: { epochs: 0 },
})

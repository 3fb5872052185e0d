// The last printed training loss of the ReLU net is 0.5768 (Problem 2, question 2).
import printed from '../../fixtures/notebook.json' with { type: 'json' }
import { claim } from '../../src/claims/claim.ts'
import { exactEvidence } from '../../src/claims/evidence.ts'
import { judgeValue } from '../../src/claims/judges/value.ts'
import { lossOfBestConstant } from '../../src/experiments/absolute-value.ts'
import { assignment, collapse } from '../../src/experiments/dying-relu/experiment.ts'
import { collapsedBy } from '../../src/experiments/dying-relu/rules.ts'

const { text, value } = printed['P2.2'].lastTrainingLoss

claim({
  id: 'P2.2',
  reading: 'as-submitted',
  part: 'loss',
  kind: 'value',
  scope: null,
  statement: 'The printed training loss is that of a net that has collapsed to a constant',
  source: 'Problem 2, question 2: the last line of the log',
  reported: { text, value },
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'A net that ignores its input does best by predicting the mean of |x|, √7/2, with the mean square error 7/12 = 0.5833, ' +
    'give or take what 3000 random points make of it. The log hovers around 0.577 from its first line to its last: the ' +
    'one model was dead before the part of the log that is shown.',
  configuration: { quick: { ...assignment, runs: 1000 }, full: { ...assignment, runs: 20_000 } },
  experiment: collapse,
  judge: (runs) => {
    const constant = collapsedBy('constant', runs)
    return judgeValue({
      metric: 'training_loss_of_collapsed_relu_nets',
      values: runs.lossAsConstant.filter((_, run) => constant[run]),
      reported: value,
      // A tenth of what a constant net leaves unexplained, to both sides.
      resolution: 0.12,
      context: [exactEvidence('loss_of_the_best_constant', lossOfBestConstant)],
    })
  },
  twin: { epochs: 0 },
})

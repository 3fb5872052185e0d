// The losses that the notebook printed for this net as it trained, an epoch at a time (Problem 3, question 3).

import printed from '../../fixtures/notebook.json' with { type: 'json' }
import { claim } from '../../src/claims/claim.ts'
import { judgeValues } from '../../src/claims/judges/values.ts'
import { submitted } from '../../src/experiments/lenet/arms.ts'
import { assignment } from '../../src/experiments/lenet/experiment.ts'
import { lossTrajectories } from '../../src/experiments/lenet/figures.ts'
import { trainOverSeeds } from '../../src/experiments/lenet/over-seeds.ts'
import { trajectoryQuestions } from '../../src/experiments/lenet/trajectory.ts'

const { epochs, testLoss } = printed['P3.3']
const losses = epochs.map(({ trainingLoss }) => trainingLoss.value)
const { text, value } = epochs.at(-1)!.trainingLoss

claim({
  id: 'P3.3',
  reading: 'as-submitted',
  part: 'training losses',
  kind: 'value',
  scope: null,
  statement: 'LeNet-5 with BatchNorm on input and hidden layers has the printed losses in each of 5 epochs',
  source: 'Problem 3, question 3: the printed output',
  reported: { text, value },
  pinned: {
    quick: {
      inconclusive: 'A reported number is never judged on a fifth of the images: at full scale it is reproduced.',
    },
    full: 'reproduced',
  },
  explanation:
    'As without BatchNorm at the input the printed losses lie among ours from the first epoch to the last. Each is ' +
    'lower by a tenth or more than those without it, on pixels that are divided by 255.',
  configuration: { quick: null, full: { ...assignment.full, arm: submitted.inputBatchNormalisation, seeds: 12 } },
  experiment: trainOverSeeds,
  judge: (nets) => judgeValues(trajectoryQuestions(nets, losses)),
  twin: { arm: submitted.dropout },
  figures: (nets, { finding }) => [
    lossTrajectories(
      nets.map(({ history }) => history),
      { training: losses, test: testLoss.value },
      finding,
    ),
  ],
})

// The losses that the notebook printed for this net as it trained, an epoch at a time (Problem 3, question 5).

import printed from '../../fixtures/notebook.json' with { type: 'json' }
import { claim } from '../../src/claims/claim.ts'
import { judgeValues } from '../../src/claims/judges/values.ts'
import { submitted } from '../../src/experiments/lenet/arms.ts'
import { assignment } from '../../src/experiments/lenet/experiment.ts'
import { lossTrajectories } from '../../src/experiments/lenet/figures.ts'
import { trainOverSeeds } from '../../src/experiments/lenet/over-seeds.ts'
import { trajectoryQuestions } from '../../src/experiments/lenet/trajectory.ts'

const { epochs, testLoss } = printed['P3.5']
const losses = epochs.map(({ trainingLoss }) => trainingLoss.value)
const { text, value } = epochs.at(-1)!.trainingLoss

claim({
  id: 'P3.5',
  reading: 'as-submitted',
  part: 'training losses',
  kind: 'value',
  scope: null,
  statement: 'LeNet-5 with Dropout before BatchNorm has the printed losses in each of 5 epochs',
  source: 'Problem 3, question 5: the printed output',
  reported: { text, value },
  pinned: {
    quick: {
      inconclusive: 'A reported number is never judged on a fifth of the images: at full scale it is reproduced.',
    },
    full: 'reproduced',
  },
  explanation:
    'The printed losses lie among ours from the first epoch to the last. They are two to three times those on the test ' +
    'images, since half of the units are missing while it trains.',
  configuration: { quick: null, full: { ...assignment.full, arm: submitted.both, seeds: 16 } },
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

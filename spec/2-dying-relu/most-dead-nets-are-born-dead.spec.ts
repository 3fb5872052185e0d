// "ReLU neurons become inactive" (Problem 2, question 2): in training, or before it?
import { claim } from '../../src/claims/claim.ts'
import { shareEvidence } from '../../src/claims/evidence.ts'
import { judgeRate } from '../../src/claims/judges/rate.ts'
import { assignment, collapse } from '../../src/experiments/dying-relu/experiment.ts'

claim({
  id: 'P2.2',
  reading: 'as-assigned',
  part: 'born dead',
  kind: 'rate',
  scope: null,
  statement: 'Over 90 % of the dead ReLU nets with ten hidden layers were dead before their training',
  source: 'Problem 2, question 2: the definition of a dying network',
  reported: null,
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'Most of these nets do not die of training: their first weights let nothing through. The others die within two epochs. A ' +
    'net with one hidden layer is never born dead on both sides of 0, and those that die of it die of training.',
  configuration: { quick: { ...assignment, runs: 5000 }, full: { ...assignment, runs: 20_000 } },
  experiment: collapse,
  judge: ({ dead, bornDead }) => {
    const [died, born] = [dead, bornDead].map((flags) => flags.reduce((sum, flag) => sum + flag, 0))
    return judgeRate({
      metric: 'share_of_dead_relu_nets_that_were_born_dead',
      successes: born!,
      trials: died!,
      claimed: { above: 0.9 },
      context: [
        shareEvidence('share_of_relu_nets_that_were_born_dead', born!, dead.length),
        shareEvidence('share_of_relu_nets_that_died_in_training', died! - born!, dead.length),
      ],
    })
  },
  twin: { hiddenLayers: 1 },
})

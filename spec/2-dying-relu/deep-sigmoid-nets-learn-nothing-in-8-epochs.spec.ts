// Such gradients render "the network unable to learn, or at least very slowly" (Problem 2, question 1).
import { claim } from '../../src/claims/claim.ts'
import { meanEvidence } from '../../src/claims/evidence.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { lossOverDepth } from '../../src/experiments/vanishing-gradients/learning-figure.ts'
import { hardlyLearnt, smallestEffects } from '../../src/experiments/vanishing-gradients/smallest-effects.ts'
import { learnAtDepths, learning } from '../../src/experiments/vanishing-gradients/training.ts'

claim({
  id: 'P2.1',
  reading: 'as-assigned',
  part: 'learning, sigmoid',
  kind: 'ordering',
  scope: 'the method',
  statement: 'A sigmoid net of 10 hidden layers leaves over 90 % of the loss of the best constant after 8 epochs',
  source: 'Problem 2, question 1: the written answer',
  reported: null,
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'It finds the mean √7/2 and no more. Its last bias learns; what would tell one x from another gets no gradient. Two ' +
    'hidden layers already learn next to nothing in this time, and one learns.',
  configuration: {
    quick: { ...learning.quick, activation: 'sigmoid', hiddenLayers: 10 },
    full: { ...learning.full, activation: 'sigmoid', hiddenLayers: 10 },
  },
  experiment: learnAtDepths,
  judge: ({ lossLeft, overDepths }, { activation, hiddenLayers }) =>
    judgeOrdering({
      metric: 'share_of_the_best_constants_loss_left_by_sigmoid',
      values: lossLeft,
      claimed: { above: hardlyLearnt },
      smallestEffect: smallestEffects.lossLeft,
      units: 'nets',
      context: overDepths
        .filter((net) => net.activation === activation && net.hiddenLayers !== hiddenLayers)
        .map((net) => meanEvidence(`share_left_by_${net.hiddenLayers}_hidden_layers`, net.lossLeft)),
    }),
  twin: { hiddenLayers: 1 },
  figures: ({ overDepths }, { finding }) => [lossOverDepth(overDepths, finding)],
})

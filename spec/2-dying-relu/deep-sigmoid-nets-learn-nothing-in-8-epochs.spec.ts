// Such gradients render "the network unable to learn, or at least very slowly" (Problem 2, question 1).
import { claim } from '../../src/claims/claim.ts'
import { meanEvidence } from '../../src/claims/evidence.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { lossOverDepth } from '../../src/experiments/vanishing-gradients/learning-figure.ts'
import { hardlyLearnt, smallestEffects } from '../../src/experiments/vanishing-gradients/smallest-effects.ts'
import { firstGradientEvidence, learnAtDepths, learning } from '../../src/experiments/vanishing-gradients/training.ts'

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
    'It finds the mean √7/2 and no more: its last bias learns, while the first layer starts with about a millionth of the ' +
    'gradient that it has in a net of one hidden layer. But sigmoid nets are slow before anything comes near zero: the first ' +
    'of two layers starts with a tenth, and two leave 98 % already. Depth makes it worse.',
  configuration: {
    quick: { ...learning.quick, activation: 'sigmoid', hiddenLayers: 10 },
    full: { ...learning.full, activation: 'sigmoid', hiddenLayers: 10 },
  },
  experiment: learnAtDepths,
  judge: ({ lossLeft, overDepths, firstGradients }, { activation, hiddenLayers }) =>
    judgeOrdering({
      metric: 'share_of_the_best_constants_loss_left_by_sigmoid',
      values: lossLeft,
      claimed: { above: hardlyLearnt },
      smallestEffect: smallestEffects.lossLeft,
      units: 'nets',
      context: [
        ...overDepths
          .filter((net) => net.activation === activation && net.hiddenLayers !== hiddenLayers)
          .map((net) => meanEvidence(`share_left_by_${net.hiddenLayers}_hidden_layers`, net.lossLeft)),
        ...firstGradientEvidence(firstGradients),
      ],
    }),
  twin: { hiddenLayers: 1 },
  figures: ({ overDepths }, { finding }) => [lossOverDepth(overDepths, finding)],
})

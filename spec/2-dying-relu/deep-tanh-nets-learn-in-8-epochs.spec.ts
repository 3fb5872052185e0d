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
  part: 'learning, tanh',
  kind: 'ordering',
  scope: 'the method',
  statement: 'A tanh net of 10 hidden layers leaves over 90 % of the loss of the best constant after 8 epochs',
  source: 'Problem 2, question 1: the written answer',
  reported: null,
  pinned: { quick: 'refuted', full: 'refuted' },
  explanation:
    'With Glorot-uniform weights the first of ten tanh layers starts with roughly a tenth of the gradient that a single one ' +
    'has, which is far from zero, and ten fit |x| nearly as well as one in the same time. So depth by itself does not keep a ' +
    'net from learning.',
  configuration: {
    quick: { ...learning.quick, activation: 'tanh', hiddenLayers: 10 },
    full: { ...learning.full, activation: 'tanh', hiddenLayers: 10 },
  },
  experiment: learnAtDepths,
  judge: ({ lossLeft, overDepths, firstGradients }, { activation, hiddenLayers }) =>
    judgeOrdering({
      metric: 'share_of_the_best_constants_loss_left_by_tanh',
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
  twin: { activation: 'sigmoid' },
  figures: ({ overDepths }, { finding }) => [lossOverDepth(overDepths, finding)],
})

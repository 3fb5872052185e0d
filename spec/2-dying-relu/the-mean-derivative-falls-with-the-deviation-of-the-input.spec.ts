// "Explain vanishing gradients … with different values of standard deviation and tanh and sigmoid" (Problem 2, question 1).
// @module-tag small
import { claim } from '../../src/claims/claim.ts'
import { judgeTheorem } from '../../src/claims/judges/theorem.ts'
import { meanDerivatives } from '../../src/experiments/vanishing-gradients/derivative-figure.ts'
import {
  besideQuadrature,
  type MeanDerivativeConfiguration,
  meanDerivativeFalls,
} from '../../src/experiments/vanishing-gradients/mean-derivative.ts'

const configuration: MeanDerivativeConfiguration = {
  activations: ['tanh', 'sigmoid'],
  cases: 1000,
  deviations: [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100],
  samples: 10_000,
}

claim({
  id: 'P2.1',
  reading: 'as-assigned',
  part: 'mean derivative',
  kind: 'theorem',
  scope: null,
  statement: 'The mean derivative of tanh and of sigmoid falls as the standard deviation of their input grows',
  source: 'Problem 2, question 1: the written answer',
  reported: null,
  pinned: { quick: 'reproduced', full: 'reproduced' },
  explanation:
    'Each layer multiplies what comes back by its derivatives. Those of tanh are at most 1 and those of sigmoid at most ' +
    '1/4, and a wider input moves both towards 0. The derivative of ReLU is 1/2 on average at every standard deviation.',
  configuration: { quick: configuration, full: { ...configuration, samples: 100_000 } },
  experiment: meanDerivativeFalls,
  judge: ({ question, measured }) => {
    const judgement = judgeTheorem(question)
    return { ...judgement, evidence: [...judgement.evidence, ...besideQuadrature(measured, [1, 10])] }
  },
  twin: { activations: ['relu'] },
  figures: ({ measured }) => [meanDerivatives(measured)],
})

import type { Mistake } from '../mistake.ts'

/** In Problem 2. */
export const dyingReluMistakes: readonly Mistake[] = [
  {
    name: 'One model made once and used for 1000 runs',
    edits: [
      {
        file: 'experiments/dying-relu/train-runs.ts',
        right: "drawWeights(net, stream.stream('weights'))",
        wrong: "drawWeights(net, randomStream(seed, 'dying relu', 'model'))",
      },
    ],
    seenBy: ['tooling/dying-relu-draws'],
  },
  {
    name: 'ReLU on the output too',
    edits: [{ file: 'experiments/equal-layers.ts', right: "units: 1, activation: 'linear'", wrong: 'units: 1' }],
    seenBy: ['tooling/dying-relu-training'],
  },
  {
    name: 'Leaky ReLU that has lost its slope',
    edits: [{ file: 'layers/dense.ts', right: ': activation.leakyRelu', wrong: ': 0' }],
    seenBy: ['tooling/dying-relu-training'],
  },
  {
    name: 'Points from ±7 for ±√7',
    edits: [
      {
        file: 'experiments/absolute-value.ts',
        right: 'low: -Math.sqrt(7), high: Math.sqrt(7)',
        wrong: 'low: -7, high: 7',
      },
    ],
    seenBy: ['2-dying-relu/collapsed-nets-cost-the-variance-of-the-target', 'tooling/absolute-value'],
  },
  {
    name: 'The threshold 10e-4 read as 1e-4',
    edits: [{ file: 'experiments/dying-relu/rules.ts', right: 'notebook: 1e-3', wrong: 'notebook: 1e-4' }],
    seenBy: ['tooling/dying-relu-rules'],
  },
  {
    name: 'The variance of the outputs taken in float32',
    edits: [
      { file: 'statistics/mean.ts', right: 'sum += value', wrong: 'sum = Math.fround(sum + value)' },
      {
        file: 'statistics/mean.ts',
        right: 'Math.min(Math.max(sum / values.length, least), most)',
        wrong: 'sum / values.length',
      },
    ],
    seenBy: ['2-dying-relu/relu-nets-of-width-two-become-constant', 'tooling/dying-relu-measures'],
  },
  {
    name: 'Nets that diverged counted as sound',
    edits: [
      { file: 'experiments/dying-relu/rules.ts', right: 'diverged: divergedCount(outcomes)', wrong: 'diverged: 0' },
    ],
    seenBy: ['tooling/dying-relu-rules'],
  },
  {
    name: 'The derivative of tanh as 1 / cosh',
    edits: [
      {
        file: 'experiments/vanishing-gradients/activations.ts',
        right: '1 / Math.cosh(z) ** 2',
        wrong: '1 / Math.cosh(z)',
      },
    ],
    seenBy: ['tooling/vanishing-mean-derivative'],
  },
]

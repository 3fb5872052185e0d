import type { Layer, Network } from '../../training/network.ts'

/** What stands between LeNet-5's layers, and before the first of them. */
export type Variant = 'plain' | 'batch normalisation' | 'input batch normalisation' | 'dropout' | 'both'

/** Rates of the assignment: the probability to drop a value. */
const inputRate = 0.2
const hiddenRate = 0.5

/**
 * LeNet-5 as the notebook has it: tanh, average pooling, 28 × 28 images, and ten logits, whose softmax is in the loss.
 *
 * Batch normalisation follows each hidden layer's activation, and with 'input batch normalisation' it stands before the
 * first layer as well. Dropout stands before the first layer and after each hidden one. 'both' has all of these, dropout
 * before batch normalisation each time.
 */
export function lenet(variant: Variant): Network {
  const drops = variant === 'dropout' || variant === 'both'
  const normalisesInput = variant === 'input batch normalisation' || variant === 'both'
  const normalises = normalisesInput || variant === 'batch normalisation'
  const between = (rate: number, normalised: boolean): Layer[] => [
    ...(drops ? [{ kind: 'dropout', rate } as const] : []),
    ...(normalised ? [{ kind: 'batch normalisation' } as const] : []),
  ]
  return {
    input: [28, 28, 1],
    layers: [
      ...between(inputRate, normalisesInput),
      { kind: 'convolution', filters: 6, size: 5, padding: 'same', activation: 'tanh' },
      ...between(hiddenRate, normalises),
      { kind: 'average pooling', size: 2 },
      { kind: 'convolution', filters: 16, size: 5, activation: 'tanh' },
      ...between(hiddenRate, normalises),
      { kind: 'average pooling', size: 2 },
      { kind: 'convolution', filters: 120, size: 5, activation: 'tanh' },
      ...between(hiddenRate, normalises),
      { kind: 'flatten' },
      { kind: 'dense', units: 84, activation: 'tanh' },
      ...between(hiddenRate, normalises),
      { kind: 'dense', units: 10 },
    ],
  }
}

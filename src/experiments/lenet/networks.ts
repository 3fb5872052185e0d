import type { Layer, Network } from '../../training/network.ts'

/** What stands between LeNet-5's layers. */
export type Variant = 'plain' | 'batch normalisation' | 'dropout' | 'both'

/** Rates of the assignment: the probability to drop a value. */
const inputRate = 0.2
const hiddenRate = 0.5

/**
 * LeNet-5 as the notebook has it: tanh, average pooling, 28 × 28 images, and ten logits, whose softmax is in the loss.
 *
 * Batch normalisation follows each hidden layer's activation. Dropout stands before the first layer and after each
 * hidden one. With both, dropout comes before batch normalisation, and the input has batch normalisation too.
 */
export function lenet(variant: Variant): Network {
  const normalise = variant === 'batch normalisation' || variant === 'both'
  const drop = variant === 'dropout' || variant === 'both'
  const between = (rate: number): Layer[] => [
    ...(drop ? [{ kind: 'dropout', rate } as const] : []),
    ...(normalise ? [{ kind: 'batch normalisation' } as const] : []),
  ]
  return {
    input: [28, 28, 1],
    layers: [
      ...(drop ? between(inputRate) : []),
      { kind: 'convolution', filters: 6, size: 5, padding: 'same', activation: 'tanh' },
      ...between(hiddenRate),
      { kind: 'average pooling', size: 2 },
      { kind: 'convolution', filters: 16, size: 5, activation: 'tanh' },
      ...between(hiddenRate),
      { kind: 'average pooling', size: 2 },
      { kind: 'convolution', filters: 120, size: 5, activation: 'tanh' },
      ...between(hiddenRate),
      { kind: 'flatten' },
      { kind: 'dense', units: 84, activation: 'tanh' },
      ...between(hiddenRate),
      { kind: 'dense', units: 10 },
    ],
  }
}

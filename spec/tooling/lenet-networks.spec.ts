import { expect, test } from 'vitest'
import { lenet, type Variant } from '../../src/experiments/lenet/networks.ts'
import type { Layer } from '../../src/training/network.ts'

/** A layer in a few letters: c6 a convolution of 6 filters, drop.5 a dropout of one half. */
function lettersOf(layer: Layer): string {
  switch (layer.kind) {
    case 'convolution':
      return `c${layer.filters}`
    case 'dense':
      return `d${layer.units}`
    case 'dropout':
      return `drop${String(layer.rate).slice(1)}`
    default:
      return { 'average pooling': 'pool', flatten: 'flat', 'batch normalisation': 'norm' }[layer.kind]
  }
}

test.each<[Variant, string]>([
  ['plain', 'c6 pool c16 pool c120 flat d84 d10'],
  ['batch normalisation', 'c6 norm pool c16 norm pool c120 norm flat d84 norm d10'],
  ['input batch normalisation', 'norm c6 norm pool c16 norm pool c120 norm flat d84 norm d10'],
  ['dropout', 'drop.2 c6 drop.5 pool c16 drop.5 pool c120 drop.5 flat d84 drop.5 d10'],
  ['both', 'drop.2 norm c6 drop.5 norm pool c16 drop.5 norm pool c120 drop.5 norm flat d84 drop.5 norm d10'],
])('LeNet-5, %s, has its layers and rates in the order of the notebook', (variant, letters) => {
  expect(lenet(variant).layers.map(lettersOf).join(' ')).toBe(letters)
})

test('every hidden layer is tanh, the windows have 5 and 2 pixels a side, and only the first convolution is padded', () => {
  const convolution = { kind: 'convolution', size: 5, activation: 'tanh' }
  const pooling = { kind: 'average pooling', size: 2 }
  expect(lenet('plain')).toEqual({
    input: [28, 28, 1],
    layers: [
      { ...convolution, filters: 6, padding: 'same' },
      pooling,
      { ...convolution, filters: 16 },
      pooling,
      { ...convolution, filters: 120 },
      { kind: 'flatten' },
      { kind: 'dense', units: 84, activation: 'tanh' },
      { kind: 'dense', units: 10 },
    ],
  })
})

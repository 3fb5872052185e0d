import { describe, expect, test } from 'vitest'
import { randomStream } from '../../src/random/stream.ts'
import { type Layer, type Network, shapesOf } from '../../src/training/network.ts'
import { entriesOf, initialWeights, parameterShapes, trainableCount } from '../../src/training/network-parameters.ts'

const dense = (units: number): Layer => ({ kind: 'dense', units, activation: 'relu' })
const reluNet = (hidden: number): Network => ({
  input: [1],
  layers: [...Array.from({ length: hidden }, () => dense(2)), { kind: 'dense', units: 1 }],
})

const normalisation: Layer = { kind: 'batch normalisation' }
const pooling: Layer = { kind: 'average pooling', size: 2 }
const convolution = (filters: number, padding: 'same' | 'valid'): Layer => ({
  kind: 'convolution',
  filters,
  size: 5,
  padding,
  activation: 'tanh',
})
const lenet: Network = {
  input: [28, 28, 1],
  layers: [
    ...[convolution(6, 'same'), normalisation, pooling],
    ...[convolution(16, 'valid'), normalisation, pooling],
    ...[convolution(120, 'valid'), normalisation, { kind: 'flatten' } as const],
    ...[dense(84), normalisation, { kind: 'dense', units: 10 } as const],
  ],
}

test('the shape of an example changes from layer to layer', () => {
  expect(shapesOf(lenet).map((shape) => shape.join('×'))).toEqual(
    '28×28×1 28×28×6 28×28×6 14×14×6 10×10×16 10×10×16 5×5×16 1×1×120 1×1×120 120 84 84 10'.split(' '),
  )
})

test('the parameters are as many as the notebook printed, or Keras would', () => {
  expect(trainableCount(reluNet(9))).toBe(55)
  expect(trainableCount(reluNet(10))).toBe(61)
  // 156 + 2,416 + 48,120 + 10,164 + 850 of the layers, and twice 6 + 16 + 120 + 84 gammas and betas
  expect(trainableCount(lenet)).toBe(61_706 + 452)
})

describe('first weights', () => {
  const weights = initialWeights(lenet, randomStream('network', 'weights'))

  test('fill the shapes of the parameters', () => {
    const shapes = entriesOf(parameterShapes(lenet))
    expect(entriesOf(weights).map(({ layer, name, value }) => [layer, name, value.length])).toEqual(
      shapes.map(({ layer, name, value }) => [layer, name, value.reduce((product, length) => product * length)]),
    )
  })

  test('are zeros and ones but for the kernels', () => {
    const expected = { bias: 0, beta: 0, movingMean: 0, gamma: 1, movingVariance: 1 }
    for (const { name, value } of entriesOf(weights)) {
      if (name === 'kernel') expect(new Set(value).size).toBeGreaterThan(0.99 * value.length)
      else expect(new Set(value)).toEqual(new Set([expected[name]]))
    }
  })

  test('of equal layers come from streams of their own', () => {
    const [, second, third] = initialWeights(reluNet(3), randomStream('network', 'equal layers'))
    expect(second!.kernel!.length).toBe(third!.kernel!.length)
    expect(second!.kernel).not.toEqual(third!.kernel)
  })
})

test.each<[string, Network]>([
  ['a dense layer takes pictures', { input: [4, 4, 1], layers: [dense(2)] }],
  ['a convolution takes a row', { input: [16], layers: [convolution(2, 'same')] }],
  ['a kernel is larger than the picture', { input: [4, 4, 1], layers: [convolution(2, 'valid')] }],
  ['pooling leaves nothing', { input: [1, 1, 1], layers: [pooling] }],
  ['a layer has no units', { input: [2], layers: [dense(0)] }],
])('layers that do not fit together are refused: %s', (_title, network) => {
  expect(() => shapesOf(network)).toThrow(/layer 0, \{.*\}, cannot take examples of \[/)
})

test('a net without layers is refused', () => {
  expect(() => shapesOf({ input: [2], layers: [] })).toThrow('a net has one layer at least, but this one has none')
})

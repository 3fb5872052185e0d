import { sizeOf } from '../../../src/layers/fans.ts'
import { type Layer, type Network, shapesOf } from '../../../src/training/network.ts'
import type { LayerParameters, Weights } from '../../../src/training/network-parameters.ts'
import { convolution, type Field, sliding } from '../../gradients/kernel-twins.ts'

/**
 * What a net makes of its inputs in evaluation mode, in float64 straight from the definitions.
 *
 * @param inputs - [count, …input of the net]
 * @returns [count, units of the output]
 */
export function evaluateOnHost(network: Network, weights: Weights, inputs: ArrayLike<number>): ArrayLike<number> {
  const shapes = shapesOf(network)
  const count = inputs.length / sizeOf(network.input)
  return network.layers.reduce<ArrayLike<number>>((values, layer, index) => {
    const [height = 1, width = 1, channels = 1] =
      shapes[index]!.length === 1 ? [1, 1, ...shapes[index]!] : shapes[index]!
    return outputOf(layer, weights[index]!, { shape: [count, height, width, channels], values })
  }, inputs)
}

function outputOf(layer: Layer, parameters: LayerParameters<ArrayLike<number>>, x: Field): ArrayLike<number> {
  const [count, height, width, channels] = x.shape
  const { kernel = [], bias = [] } = parameters
  switch (layer.kind) {
    case 'convolution': {
      const filter: Field = { shape: [layer.size, layer.size, channels, layer.filters], values: kernel }
      const along = (length: number) => sliding(length, layer.size, 1, layer.padding ?? 'valid')
      return activated(layer.activation, convolution(x, filter, along(height), along(width)), bias)
    }
    case 'dense': {
      const filter: Field = { shape: [1, 1, channels, layer.units], values: kernel }
      return activated(
        layer.activation,
        convolution(x, filter, sliding(1, 1, 1, 'valid'), sliding(1, 1, 1, 'valid')),
        bias,
      )
    }
    case 'average pooling': {
      const places = (length: number) => sliding(length, layer.size, layer.size, 'valid')
      const shares = Array<number>(layer.size ** 2).fill(1 / layer.size ** 2)
      // A channel is a picture of its own, with one channel.
      const pooled = Array.from({ length: channels }, (_, channel) => {
        const values = Array.from(
          { length: count * height * width },
          (_, place) => x.values[place * channels + channel]!,
        )
        const picture: Field = { shape: [count, height, width, 1], values }
        return convolution(
          picture,
          { shape: [layer.size, layer.size, 1, 1], values: shares },
          places(height),
          places(width),
        )
      })
      return Array.from({ length: pooled[0]!.length * channels }, (_, index) => {
        return pooled[index % channels]![Math.floor(index / channels)]!
      })
    }
    case 'batch normalisation':
      return Array.from(x.values, (value, index) => {
        const [mean, variance, gamma, beta] = (['movingMean', 'movingVariance', 'gamma', 'beta'] as const).map(
          (name) => parameters[name]![index % channels]!,
        )
        // Keras adds 1e-3 unless told otherwise.
        return ((value - mean!) / Math.sqrt(variance! + 1e-3)) * gamma! + beta!
      })
    default:
      return x.values
  }
}

function activated(activation: unknown, products: ArrayLike<number>, bias: ArrayLike<number>): number[] {
  const sums = Array.from(products, (sum, index) => sum + bias[index % bias.length]!)
  if (activation === 'tanh') return sums.map(Math.tanh)
  if (activation === 'relu') return sums.map((sum) => Math.max(0, sum))
  if (activation === undefined || activation === 'linear') return sums
  throw new RangeError(`the host does not know the activation ${activation}`)
}

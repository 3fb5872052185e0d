import { type Initialise, initialisers, ones, zeros } from '../layers/initialiser.ts'
import type { Stream } from '../random/stream.ts'
import { type Layer, type Network, shapesOf } from './network.ts'

/** The parameters that layers have, by Keras's names; the moving statistics are not trained. */
export type ParameterName = 'kernel' | 'bias' | 'gamma' | 'beta' | 'movingMean' | 'movingVariance'

/** Something for each parameter of a layer: its values, its shape, its gradient. */
export type LayerParameters<T> = Readonly<Partial<Record<ParameterName, T>>>

/** Something for each parameter of a net, layer by layer; a layer without parameters has an empty object. */
export type NetworkParameters<T> = readonly LayerParameters<T>[]

/** The parameters of one net on the host, each in row-major order, float32: the layout of Keras. */
export type Weights = NetworkParameters<Float32Array>

/** Whether gradient descent moves the parameter. */
export function isTrainable(name: ParameterName): boolean {
  return name !== 'movingMean' && name !== 'movingVariance'
}

/** How many parameters gradient descent moves; Keras's `count_params()` counts the moving statistics too. */
export function trainableCount(network: Network): number {
  return entriesOf(parameterShapes(network))
    .filter(({ name }) => isTrainable(name))
    .reduce((sum, { value }) => sum + value.reduce((product, length) => product * length), 0)
}

/**
 * The shapes of the parameters: kernels [inputs, units] or [height, width, inputs, filters], all others [units].
 *
 * @throws {RangeError} if the layers do not fit together
 */
export function parameterShapes(network: Network): NetworkParameters<readonly number[]> {
  const shapes = shapesOf(network)
  return network.layers.map((layer, index) => shapesOfLayer(layer, shapes[index]!))
}

/**
 * Draws first parameters as Keras would: kernels by the layer's initialiser, gammas and moving variances 1, all else
 * 0. Each layer's kernel has a stream of its own, named by the layer's place.
 */
export function initialWeights(network: Network, stream: Stream): Weights {
  return mapParameters(parameterShapes(network), (shape, name, index) => {
    const initialise = initialiserOf(name, network.layers[index]!)
    return initialise(stream.stream('layer', index, name), shape)
  })
}

/** Maps each parameter, in the order of the layers. */
export function mapParameters<T, U>(
  parameters: NetworkParameters<T>,
  map: (value: T, name: ParameterName, layer: number) => U,
): NetworkParameters<U> {
  return parameters.map((layer, index) => {
    const mapped: Partial<Record<ParameterName, U>> = {}
    for (const name of Object.keys(layer) as ParameterName[]) mapped[name] = map(layer[name]!, name, index)
    return mapped
  })
}

/** Each parameter with its name and the place of its layer, in the order of `mapParameters`. */
export function entriesOf<T>(
  parameters: NetworkParameters<T>,
): readonly { readonly layer: number; readonly name: ParameterName; readonly value: T }[] {
  const entries: { layer: number; name: ParameterName; value: T }[] = []
  mapParameters(parameters, (value, name, layer) => entries.push({ layer, name, value }))
  return entries
}

function shapesOfLayer(layer: Layer, input: readonly number[]): LayerParameters<readonly number[]> {
  const channels = input.at(-1)!
  switch (layer.kind) {
    case 'dense':
      return { kernel: [channels, layer.units], bias: [layer.units] }
    case 'convolution':
      return { kernel: [layer.size, layer.size, channels, layer.filters], bias: [layer.filters] }
    case 'batch normalisation':
      return { gamma: [channels], beta: [channels], movingMean: [channels], movingVariance: [channels] }
    default:
      return {}
  }
}

function initialiserOf(name: ParameterName, layer: Layer): Initialise {
  if (name === 'kernel') return initialisers[('initialiser' in layer && layer.initialiser) || 'glorot uniform']
  return name === 'gamma' || name === 'movingVariance' ? ones : zeros
}

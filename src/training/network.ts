import type { Activation } from '../layers/activation.ts'
import type { Padding } from '../layers/convolution.ts'
import type { InitialiserName } from '../layers/initialiser.ts'

/** One layer, as plain data. What it leaves out is as in Keras 3. */
export type Layer =
  /** by default linear, with a Glorot-uniform kernel and zero biases */
  | {
      readonly kind: 'dense'
      readonly units: number
      readonly activation?: Activation
      readonly initialiser?: InitialiserName
    }
  /** square kernels, strides of 1; by default linear, with a Glorot-uniform kernel, zero biases and no padding */
  | {
      readonly kind: 'convolution'
      readonly filters: number
      readonly size: number
      readonly padding?: Padding
      readonly activation?: Activation
      readonly initialiser?: InitialiserName
    }
  | { readonly kind: 'average pooling'; readonly size: number }
  | { readonly kind: 'flatten' }
  /** over the last axis; by default with the momentum 0.99 and the epsilon 1e-3 */
  | { readonly kind: 'batch normalisation'; readonly momentum?: number; readonly epsilon?: number }
  /** `rate` is the probability to drop a value */
  | { readonly kind: 'dropout'; readonly rate: number }

/**
 * A feedforward net, as plain data that a run store can take for a configuration.
 *
 * @example { input: [1], layers: [{ kind: 'dense', units: 2, activation: 'relu' }, { kind: 'dense', units: 1 }] }
 */
export interface Network {
  /** the shape of one example: [features], or [height, width, channels] */
  readonly input: readonly number[]
  readonly layers: readonly Layer[]
}

/**
 * The shape of one example before each layer, and last that of the output.
 *
 * @returns as many shapes as there are layers, and one more
 * @throws {RangeError} if there is no layer, or one cannot take what the one before it gives
 */
export function shapesOf({ input, layers }: Network): readonly (readonly number[])[] {
  if (layers.length === 0) throw new RangeError('a net has one layer at least, but this one has none')
  const shapes = [input]
  for (const [index, layer] of layers.entries()) {
    const shape = outputShape(layer, shapes[index]!)
    if (shape === null || shape.some((length) => !Number.isInteger(length) || length < 1)) {
      throw new RangeError(`layer ${index}, ${JSON.stringify(layer)}, cannot take examples of [${shapes[index]}]`)
    }
    shapes.push(shape)
  }
  return shapes
}

function outputShape(layer: Layer, shape: readonly number[]): readonly number[] | null {
  const [height, width] = shape as [number, number]
  switch (layer.kind) {
    case 'dense':
      return shape.length === 1 ? [layer.units] : null
    case 'convolution': {
      const lost = layer.padding === 'same' ? 0 : layer.size - 1
      return shape.length === 3 ? [height - lost, width - lost, layer.filters] : null
    }
    case 'average pooling':
      return shape.length === 3 ? [Math.floor(height / layer.size), Math.floor(width / layer.size), shape[2]!] : null
    case 'flatten':
      return [shape.reduce((product, length) => product * length)]
    default:
      return shape
  }
}

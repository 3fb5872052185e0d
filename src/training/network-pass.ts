import type * as tf from '@tensorflow/tfjs'
import { activate } from '../layers/activation.ts'
import { averagePooling } from '../layers/average-pooling.ts'
import {
  type NormalisationParameters,
  normalisationDefaults,
  normaliseInEvaluation,
  normaliseInTraining,
} from '../layers/batch-normalisation.ts'
import { convolution } from '../layers/convolution.ts'
import { activatedDense } from '../layers/dense.ts'
import { dropout } from '../layers/dropout.ts'
import { flatten } from '../layers/flatten.ts'
import type { Layer, Network } from './network.ts'
import type { LayerParameters, NetworkParameters } from './network-parameters.ts'

/**
 * The parameters of a net on the engine. A vector of n values is a row, [1, n]; those of an ensemble begin with the
 * axis of runs.
 */
export type NetworkTensors = NetworkParameters<tf.Tensor>

/** Masks by the place of their dropout layer, each of the shape of what the layer receives. */
export type Masks = ReadonlyMap<number, tf.Tensor>

/** What a pass through a net gives. */
export interface Pass {
  /** the output of each layer, the net's own last: [(runs,) batch, …] float32 */
  readonly outputs: readonly tf.Tensor[]
  /** the parameters that the pass itself moves: in training the moving statistics, in evaluation none */
  readonly statistics: NetworkTensors
}

/**
 * Passes a batch through a net.
 *
 * @param inputs - [(runs,) batch, …input of the net] float32
 * @param masks - the mode: with masks, or an empty map, it is training, and 'evaluation' goes without
 * @throws {RangeError} in training, if a dropout layer has no mask
 */
export function pass(
  network: Network,
  parameters: NetworkTensors,
  inputs: tf.Tensor,
  masks: Masks | 'evaluation',
): Pass {
  const outputs: tf.Tensor[] = []
  const statistics: LayerParameters<tf.Tensor>[] = []
  for (const [index, layer] of network.layers.entries()) {
    const given = parameters[index]!
    const x = outputs.at(-1) ?? inputs
    const result = masks === 'evaluation' ? evaluate(layer, given, x) : train(layer, given, x, masks.get(index))
    outputs.push(result.output)
    statistics.push(result.statistics ?? {})
  }
  return { outputs, statistics }
}

interface LayerResult {
  readonly output: tf.Tensor
  readonly statistics?: LayerParameters<tf.Tensor>
}

function train(
  layer: Layer,
  parameters: LayerParameters<tf.Tensor>,
  x: tf.Tensor,
  mask: tf.Tensor | undefined,
): LayerResult {
  switch (layer.kind) {
    case 'batch normalisation':
      return normaliseInTraining(x, parameters as NormalisationParameters, { ...normalisationDefaults, ...layer })
    case 'dropout':
      if (mask === undefined) throw new RangeError('a dropout layer needs a mask in training')
      return { output: dropout(x, mask) }
    default:
      return { output: transform(layer, parameters, x) }
  }
}

function evaluate(layer: Layer, parameters: LayerParameters<tf.Tensor>, x: tf.Tensor): LayerResult {
  switch (layer.kind) {
    case 'batch normalisation': {
      const options = { ...normalisationDefaults, ...layer }
      return { output: normaliseInEvaluation(x, parameters as NormalisationParameters, options) }
    }
    case 'dropout':
      return { output: x }
    default:
      return { output: transform(layer, parameters, x) }
  }
}

/** The layers that do the same in training and in evaluation. */
function transform(
  layer: Exclude<Layer, { kind: 'batch normalisation' | 'dropout' }>,
  { kernel, bias }: LayerParameters<tf.Tensor>,
  x: tf.Tensor,
): tf.Tensor {
  switch (layer.kind) {
    case 'dense':
      return activatedDense(x, kernel!, bias!, layer.activation ?? 'linear')
    case 'convolution': {
      const convolved = convolution(x as tf.Tensor4D, kernel as tf.Tensor4D, bias!, layer.padding ?? 'valid')
      return activate(convolved, layer.activation ?? 'linear')
    }
    case 'average pooling':
      return averagePooling(x as tf.Tensor4D, layer.size)
    case 'flatten':
      return flatten(x)
  }
}

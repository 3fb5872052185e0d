import * as tf from '@tensorflow/tfjs'
import type { Network } from '../../training/network.ts'
import { type NetworkTensors, pass } from '../../training/network-pass.ts'

/** LeNet-5's layers with kernels, by the names that LeCun et al. (1998) gave them; all but the first have earlier ones. */
export const laterLayers = ['C3', 'C5', 'F6', 'output'] as const

/** The places in a LeNet-5 of its later layers. */
export function placesOfLaterLayers({ layers }: Network): number[] {
  return layers.flatMap(({ kind }, place) => (kind === 'convolution' || kind === 'dense' ? [place] : [])).slice(1)
}

/**
 * What each later layer receives in training mode: the output of all that stands before its kernel, be it pooling,
 * flattening or batch normalisation by the batch's own statistics.
 *
 * @param images - [batch, 28, 28, 1] float32
 * @returns for each later layer [batch, …, units] float32; tensors that the caller disposes, or its tf.tidy
 */
export function layerInputs(network: Network, parameters: NetworkTensors, images: tf.Tensor): tf.Tensor[] {
  return tf.tidy(() => {
    const { outputs } = pass(network, parameters, images, new Map())
    return placesOfLaterLayers(network).map((place) => outputs[place - 1]!)
  })
}

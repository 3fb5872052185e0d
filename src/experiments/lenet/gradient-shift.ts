import * as tf from '@tensorflow/tfjs'
import type { Network } from '../../training/network.ts'
import { type Batch, backpropagate } from '../../training/network-gradients.ts'
import type { NetworkTensors } from '../../training/network-pass.ts'
import { layerInputs, placesOfLaterLayers } from './layer-inputs.ts'

/** How the gradient of a layer's own parameters changes as the layers before it are updated. */
export interface GradientShift {
  /** ‖G − G′‖₂, where G is the gradient before and G′ that after: the definition's own number */
  readonly difference: number
  /** ‖G‖₂ */
  readonly norm: number
  /** of the angle between G and G′: 1 where they agree */
  readonly cosine: number
}

/**
 * The gradients that internal covariate shift compares by the definition of Santurkar et al. (2018, arXiv 1805.11604,
 * definition 2.1): those of each later layer i of the loss of a batch, where all layers before i have one set of
 * parameters, and layer i and all after it have another.
 *
 * Layer i sees the layers before it by nothing but what it receives, so one pass with the earlier parameters serves all
 * layers, and the gradient is that of the rest of the net. The parameters of layer i are its kernel and bias, in every
 * net the same ones; a batch normalisation before it counts as earlier, one after it as later.
 *
 * @param earlier - the parameters of the layers before i
 * @param own - the parameters of layer i and of those after it
 * @returns for each later layer its kernel and bias in one row, float32; tensors that the caller disposes, or its tf.tidy
 */
export function laterGradients(
  network: Network,
  earlier: NetworkTensors,
  own: NetworkTensors,
  { inputs, targets }: Batch,
): tf.Tensor1D[] {
  return tf.tidy(() => {
    const received = layerInputs(network, earlier, inputs)
    return placesOfLaterLayers(network).map((place, layer) => {
      const rest = { input: received[layer]!.shape.slice(1), layers: network.layers.slice(place) }
      const batch = { inputs: received[layer]!, targets }
      const { gradients } = backpropagate(rest, 'softmax cross-entropy', own.slice(place), batch, new Map())
      return tf.concat1d([gradients[0]!.kernel!.flatten(), gradients[0]!.bias!.flatten()])
    })
  })
}

/** Compares two gradients in float64. */
export function gradientShift(before: Float32Array, after: Float32Array): GradientShift {
  let [product, squares, squaresAfter, squaredDifference] = [0, 0, 0, 0]
  for (let index = 0; index < before.length; index++) {
    const [first, second] = [before[index]!, after[index]!]
    product += first * second
    squares += first ** 2
    squaresAfter += second ** 2
    squaredDifference += (first - second) ** 2
  }
  return {
    difference: Math.sqrt(squaredDifference),
    norm: Math.sqrt(squares),
    cosine: product / Math.sqrt(squares * squaresAfter),
  }
}

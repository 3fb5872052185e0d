import type { Stream } from '../../random/stream.ts'
import type { Network } from '../../training/network.ts'
import { mapParameters, parameterShapes, type Weights } from '../../training/network-parameters.ts'
import { equalLayers } from '../equal-layers.ts'
import type { ActivationName } from './activations.ts'

/** A fully connected net of equal widths, the input's included, with one linear output. */
export interface DeepNet {
  readonly activation: ActivationName
  readonly hiddenLayers: number
  readonly width: number
  /** standard deviation of a weight, times the root of its layer's fan in */
  readonly gain: number
}

export function deepNetwork({ activation, hiddenLayers, width }: Omit<DeepNet, 'gain'>): Network {
  return equalLayers(width, hiddenLayers, { kind: 'dense', units: width, activation })
}

/**
 * First weights of a net: biases 0, kernels N(0, gain² / fan in). Each layer has a stream of its own, so nets that
 * differ in depth, gain or activation share the normal values behind the layers that both have.
 */
export function normalWeights(net: DeepNet, stream: Stream): Weights {
  return mapParameters(parameterShapes(deepNetwork(net)), (shape, name, layer) => {
    const values = new Float32Array(shape.reduce((product, length) => product * length))
    if (name === 'bias') return values
    return stream.stream('kernel', layer).fillNormal(values, 0, net.gain / Math.sqrt(shape[0]!))
  })
}

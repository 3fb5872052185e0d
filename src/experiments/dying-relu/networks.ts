import type { Activation } from '../../layers/activation.ts'
import type { InitialiserName } from '../../layers/initialiser.ts'
import type { Stream } from '../../random/stream.ts'
import type { Network } from '../../training/network.ts'
import { initialWeights, type Weights } from '../../training/network-parameters.ts'
import { equalLayers } from '../equal-layers.ts'
import { asymmetricWeights } from './asymmetric-weights.ts'

/** A net from one number to one number, all its hidden layers of one width. */
export interface NarrowNet {
  readonly hiddenLayers: number
  /** units of each hidden layer */
  readonly width: number
  readonly activation: Extract<Activation, 'relu'> | { readonly leakyRelu: number }
  readonly firstWeights: Extract<InitialiserName, 'glorot uniform' | 'he normal'> | 'randomised asymmetric'
}

/** The net as layers; its output is linear. */
export function narrowNet({ hiddenLayers, width, activation, firstWeights }: NarrowNet): Network {
  const initialiser = firstWeights === 'he normal' ? firstWeights : 'glorot uniform'
  return equalLayers(1, hiddenLayers, { kind: 'dense', units: width, activation, initialiser })
}

/** First weights from a stream; biases are 0 but for the asymmetric ones. */
export function drawWeights(net: NarrowNet, stream: Stream): Weights {
  const draw = net.firstWeights === 'randomised asymmetric' ? asymmetricWeights : initialWeights
  return draw(narrowNet(net), stream)
}

/** The slope of the activation below zero. */
export function slopeOf({ activation }: Pick<NarrowNet, 'activation'>): number {
  return activation === 'relu' ? 0 : activation.leakyRelu
}

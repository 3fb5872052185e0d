import { dropoutMask } from '../layers/dropout.ts'
import type { Stream } from '../random/stream.ts'
import type { Network } from './network.ts'
import { initialWeights, type Weights } from './network-parameters.ts'

/** The random choices of one training of one net, in the order in which it asks for them. */
export interface Draws {
  /**
   * The order of the examples in an epoch; batches are cut from it.
   *
   * @param epoch - counted from 0
   * @returns [count], each of 0 to count − 1 once
   */
  order(epoch: number, count: number): Int32Array
  /**
   * The mask of a dropout layer for the next step, see `dropoutMask`.
   *
   * @param layer - its place in the net
   * @returns [count]
   */
  mask(layer: number, rate: number, count: number): Float32Array
}

/** Where the training of one net starts: two trainings from one start are the same, alone or in an ensemble. */
export interface Start {
  readonly weights: Weights
  /** begins the draws anew */
  readonly draws: () => Draws
}

/** A start whose first weights, orders and masks come from streams of their own, all named under the one given. */
export function startFrom(network: Network, stream: Stream): Start {
  return { weights: initialWeights(network, stream.stream('weights')), draws: () => drawsFrom(stream) }
}

/** Draws orders from a stream for each epoch, and masks from a stream for each layer. */
export function drawsFrom(stream: Stream): Draws {
  const masks = new Map<number, Stream>()
  return {
    order: (epoch, count) => stream.stream('order', epoch).permutation(count),
    mask: (layer, rate, count) => {
      const ofLayer = masks.get(layer) ?? stream.stream('mask', layer)
      masks.set(layer, ofLayer)
      return dropoutMask(ofLayer, rate, count)
    },
  }
}

import { randomStream } from '../../random/stream.ts'
import type { Network } from '../../training/network.ts'
import { initialWeights } from '../../training/network-parameters.ts'
import { drawsFrom, type Start } from '../../training/train-draws.ts'
import { lenet } from './networks.ts'

/**
 * Where a LeNet-5 starts. All arms of one repetition begin with the same kernels and see the same batches, so that they
 * differ in nothing but what is compared; each dropout layer draws masks of its own.
 *
 * @param repetition - 0 for the first training
 */
export function startOf(network: Network, repetition: number, seed: string): Start {
  const stream = randomStream(seed, 'lenet', 'repetition', repetition)
  const first = (net: Network) => initialWeights(net, stream.stream('weights'))
  const shared = first(lenet('plain')).filter(({ kernel }) => kernel)
  const weights = first(network)
  let next = 0
  return { weights: weights.map((layer) => (layer.kernel ? shared[next++]! : layer)), draws: () => drawsFrom(stream) }
}

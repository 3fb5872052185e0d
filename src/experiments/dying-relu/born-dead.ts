import * as tf from '@tensorflow/tfjs'
import { randomStream } from '../../random/stream.ts'
import { engineKey } from '../../training/engine-key.ts'
import type { Laboratory } from '../../training/laboratory.ts'
import { pass } from '../../training/network-pass.ts'
import { disposeTensors, stackWeights, uploadWeights } from '../../training/network-tensors.ts'
import { sourceDigest } from '../../training/source-digest.ts'
import { drawWeights, type NarrowNet, narrowNet } from './networks.ts'

const sources = sourceDigest(import.meta.url)

/** First weights of ReLU nets with zero biases, of one width and up to so many hidden layers. */
export interface BornDeadConfiguration extends Pick<NarrowNet, 'hiddenLayers' | 'width'> {
  readonly firstWeights: 'glorot uniform' | 'he normal'
  readonly nets: number
}

/** How many of the nets are dead before any training. */
export interface BornDead {
  readonly nets: number
  /** [hiddenLayers]: those with one hidden layer, with two, … */
  readonly byHiddenLayers: readonly number[]
}

/**
 * Counts, on the engine, first weights that let nothing through. Without biases a net on numbers is a ray to either side
 * of 0, so it is dead if the outputs for −1 and for +1 are 0. Nets of fewer layers are the first layers of the same nets.
 */
export async function countBornDead(configuration: BornDeadConfiguration, laboratory: Laboratory): Promise<BornDead> {
  const { seed } = laboratory
  const engine = await engineKey(laboratory)
  const key = { experiment: 'dying relu, first weights', sources, configuration, seed, engine }
  return laboratory.store.run(key, () => count(configuration, seed))
}

async function count({ nets, ...shape }: BornDeadConfiguration, seed: string): Promise<BornDead> {
  const net = { ...shape, activation: 'relu' as const }
  const network = narrowNet(net)
  const stream = randomStream(seed, 'dying relu', 'first weights', net.firstWeights, net.width)
  const members = Array.from({ length: nets }, (_, index) => drawWeights(net, stream.stream('net', index)))
  const parameters = uploadWeights(network, stackWeights(network, members), [nets])
  const silent = tf.tidy(() => {
    const rays = tf.tile(tf.tensor3d([-1, 1], [1, 2, 1]), [nets, 1, 1])
    const hidden = pass(network, parameters, rays, 'evaluation').outputs.slice(0, -1)
    // Of each net 1 if no unit passes either ray: activations of ReLU are not negative.
    return hidden.map((output) => tf.sum(tf.cast(tf.equal(tf.max(output, [1, 2]), 0), 'int32')))
  })
  const counts = await Promise.all(silent.map((total) => total.data()))
  tf.dispose(silent)
  disposeTensors(parameters)
  return { nets, byHiddenLayers: counts.map(([dead]) => dead!) }
}

/**
 * The chance that a given input, not 0, is blocked by a net of symmetric first weights without biases: each layer that it
 * reaches is silent with the probability 2^−width. A net is dead only if every input is blocked, so this bounds the chance
 * that it is born dead (Lu et al., arXiv 1903.06733).
 */
export function chanceOfBlocking({ hiddenLayers, width }: Pick<NarrowNet, 'hiddenLayers' | 'width'>): number {
  return 1 - (1 - 2 ** -width) ** hiddenLayers
}

import * as tf from '@tensorflow/tfjs'
import { randomStream, type Stream } from '../../random/stream.ts'
import { engineKey } from '../../training/engine-key.ts'
import type { Laboratory } from '../../training/laboratory.ts'
import type { Network } from '../../training/network.ts'
import { type Batch, backpropagate } from '../../training/network-gradients.ts'
import type { Weights } from '../../training/network-parameters.ts'
import { disposeTensors, stackWeights, uploadWeights } from '../../training/network-tensors.ts'
import type { RunRequest } from '../../training/run-store.ts'
import { sourceDigest } from '../../training/source-digest.ts'
import { type DeepNet, deepNetwork, normalWeights } from './deep-nets.ts'

const sources = sourceDigest(import.meta.url)

/** Nets before training, and what passes through each. */
export interface GradientConfiguration extends DeepNet {
  /** standard deviation of the normal inputs, whose mean is 0 */
  readonly inputDeviation: number
  /** examples that a gradient is averaged over; their targets are standard normal */
  readonly batch: number
  /** independent nets, each with examples of its own */
  readonly runs: number
}

/** Sizes of the gradients of the hidden layers, each a Frobenius norm: [hidden layers][runs]. */
export interface GradientNorms {
  readonly kernels: readonly Float64Array[]
  /** a bias' gradient is the derivative in the pre-activation, averaged over the batch: what comes back to its layer */
  readonly biases: readonly Float64Array[]
}

/** The gradients of one ensemble, for the run store: measured once for all specs that ask. */
export async function gradientRun(
  configuration: GradientConfiguration,
  laboratory: Laboratory,
): Promise<RunRequest<GradientNorms>> {
  const { seed } = laboratory
  const engine = await engineKey(laboratory)
  return {
    key: { experiment: 'gradient norms', sources, configuration, seed, engine },
    train: () => measureNorms(configuration, seed),
  }
}

/** Draws the nets and their examples, and takes their gradients on the engine. */
export async function measureNorms(configuration: GradientConfiguration, seed: string): Promise<GradientNorms> {
  const network = deepNetwork(configuration)
  const streams = Array.from({ length: configuration.runs }, (_, run) =>
    randomStream(seed, 'gradient norms', 'run', run),
  )
  const weights = streams.map((stream) => normalWeights(configuration, stream.stream('weights')))
  const batch = drawBatch(configuration, streams)
  const norms = await hiddenNorms(network, weights, batch)
  tf.dispose([batch.inputs, batch.targets])
  return norms
}

/** Takes the gradients of an ensemble of dense nets, and the norms of all layers but the last. */
export async function hiddenNorms(network: Network, weights: readonly Weights[], batch: Batch): Promise<GradientNorms> {
  const runs = weights.length
  const parameters = uploadWeights(network, stackWeights(network, weights), [runs])
  const hidden = tf.tidy(() => {
    const { gradients } = backpropagate(network, 'mean squared error', parameters, batch, new Map())
    return gradients.slice(0, -1).map(({ kernel, bias }) => ({ kernel: kernel!, bias: bias! }))
  })
  const norms = {
    kernels: await Promise.all(hidden.map(({ kernel }) => normsOf(kernel, runs))),
    biases: await Promise.all(hidden.map(({ bias }) => normsOf(bias, runs))),
  }
  tf.dispose(hidden)
  disposeTensors(parameters)
  return norms
}

function drawBatch({ width, inputDeviation, batch, runs }: GradientConfiguration, streams: readonly Stream[]): Batch {
  const draw = (name: string, units: number, deviation: number) => {
    const values = new Float32Array(runs * batch * units)
    for (const [run, stream] of streams.entries()) {
      stream.stream(name).fillNormal(values.subarray(run * batch * units, (run + 1) * batch * units), 0, deviation)
    }
    return tf.tensor3d(values, [runs, batch, units])
  }
  return { inputs: draw('inputs', width, inputDeviation), targets: draw('targets', 1, 1) }
}

/** The norm of each run's values, in float64: the square of a tiny gradient is no number of float32. */
async function normsOf(gradient: tf.Tensor, runs: number): Promise<Float64Array> {
  const values = await gradient.data<'float32'>()
  const size = values.length / runs
  return Float64Array.from({ length: runs }, (_, run) => {
    const squares = Float64Array.from(values.subarray(run * size, (run + 1) * size), (value) => value ** 2)
    return Math.sqrt(squares.reduce((sum, square) => sum + square, 0))
  })
}

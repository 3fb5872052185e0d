import * as tf from '@tensorflow/tfjs'
import { randomStream } from '../../random/stream.ts'
import { engineKey } from '../../training/engine-key.ts'
import type { Laboratory } from '../../training/laboratory.ts'
import { backpropagate } from '../../training/network-gradients.ts'
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

/** Frobenius norms of the gradient of each hidden kernel. */
export type GradientNorms = readonly Float64Array[]

/** Measures the gradients of one ensemble, once for all specs that ask: [hidden layers][runs]. */
export async function gradientNorms(configuration: GradientConfiguration, laboratory: Laboratory) {
  const { key, train } = await gradientRun(configuration, laboratory)
  return laboratory.store.run(key, train)
}

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

async function measureNorms(configuration: GradientConfiguration, seed: string): Promise<GradientNorms> {
  const { hiddenLayers, width, inputDeviation, batch, runs } = configuration
  const network = deepNetwork(configuration)
  const streams = Array.from({ length: runs }, (_, run) => randomStream(seed, 'gradient norms', 'run', run))
  const weights = streams.map((stream) => normalWeights(configuration, stream.stream('weights')))
  const parameters = uploadWeights(network, stackWeights(network, weights), [runs])
  const kernels = tf.tidy(() => {
    const draw = (name: string, units: number, deviation: number) => {
      const values = new Float32Array(runs * batch * units)
      for (const [run, stream] of streams.entries()) {
        const own = values.subarray(run * batch * units, (run + 1) * batch * units)
        stream.stream(name).fillNormal(own, 0, deviation)
      }
      return tf.tensor3d(values, [runs, batch, units])
    }
    const examples = { inputs: draw('inputs', width, inputDeviation), targets: draw('targets', 1, 1) }
    const { gradients } = backpropagate(network, 'mean squared error', parameters, examples, new Map())
    return gradients.slice(0, hiddenLayers).map(({ kernel }) => kernel!)
  })
  const values = await Promise.all(kernels.map((kernel) => kernel.data<'float32'>()))
  tf.dispose(kernels)
  disposeTensors(parameters)
  return values.map((layer) => Float64Array.from({ length: runs }, (_, run) => normOf(layer, run, width * width)))
}

/** The root of the sum of squares of one run's values, in float64: in float32 the squares of tiny gradients vanish. */
function normOf(values: Float32Array, run: number, size: number): number {
  let sum = 0
  for (let index = run * size; index < (run + 1) * size; index++) sum += values[index]! ** 2
  return Math.sqrt(sum)
}

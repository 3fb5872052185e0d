import * as tf from '@tensorflow/tfjs'
import { type Evidence, meanEvidence } from '../../claims/evidence.ts'
import { randomStream } from '../../random/stream.ts'
import { momentsOf } from '../../statistics/moments.ts'
import { announceProgress } from '../../training/announce-progress.ts'
import { engineKey } from '../../training/engine-key.ts'
import { trainEnsemble } from '../../training/ensemble.ts'
import type { Laboratory } from '../../training/laboratory.ts'
import type { Network } from '../../training/network.ts'
import type { RunRequest } from '../../training/run-store.ts'
import { sourceDigest } from '../../training/source-digest.ts'
import { startFrom } from '../../training/train-draws.ts'
import { drawPoints } from '../absolute-value.ts'
import { equalLayers } from '../equal-layers.ts'
import type { ActivationName } from './activations.ts'
import { deepOverShallow } from './comparisons.ts'
import { type GradientNorms, hiddenNorms } from './gradient-norms.ts'

const sources = sourceDigest(import.meta.url)

/** Nets that learn |x|, Problem 2's function, with Keras's first weights. */
export interface LearningConfiguration {
  readonly activation: ActivationName
  readonly hiddenLayers: number
  readonly width: number
  /** training examples of each net */
  readonly points: number
  readonly epochs: number
  readonly batchSize: number
  readonly learningRate: number
  readonly momentum: number
  /** independent nets; net r has the same examples, orders and first layers at every depth */
  readonly runs: number
}

export interface DepthsConfiguration extends LearningConfiguration {
  /** the depths that the figure shows besides, of tanh and of sigmoid */
  readonly depths: readonly number[]
}

/** The notebook's optimiser and points; how many nets and depths is the scale's affair. */
export const learning = {
  quick: {
    ...{ width: 8, points: 3000, epochs: 8, batchSize: 64, learningRate: 0.01, momentum: 0.9 },
    ...{ runs: 16, depths: [1, 2, 10] },
  },
  full: {
    ...{ width: 8, points: 3000, epochs: 8, batchSize: 64, learningRate: 0.01, momentum: 0.9 },
    ...{ runs: 64, depths: [1, 2, 3, 5, 10] },
  },
} as const satisfies Record<string, Omit<DepthsConfiguration, 'activation' | 'hiddenLayers'>>

/**
 * What is left, for each net, of the loss of the best constant after training: 1 of a net that learns nothing, 0 of one
 * that fits |x|. It is the loss over the batches of the last epoch, as Keras prints it.
 */
export type LossLeft = Float64Array

/** What is left with one activation at one depth. */
export interface LearntAtDepth {
  readonly activation: ActivationName
  readonly hiddenLayers: number
  readonly lossLeft: LossLeft
}

/** The gradients of nets before training, with all their examples, beside those of nets of one hidden layer. */
export interface FirstGradients {
  readonly hiddenLayers: number
  readonly deep: GradientNorms
  readonly shallow: GradientNorms
}

/** Trains the nets of the claim, and those of the figure; and takes the first gradients of the claim's activation. */
export async function learnAtDepths({ depths, ...judged }: DepthsConfiguration, laboratory: Laboratory) {
  const activations: readonly ActivationName[] = ['tanh', 'sigmoid']
  const shown = activations.flatMap((activation) => depths.map((hiddenLayers) => ({ activation, hiddenLayers })))
  const requests = [judged, ...shown].map((net) => learningRun({ ...judged, ...net }, laboratory))
  const [lossLeft, ...others] = await laboratory.store.runAll(await Promise.all(requests))
  const overDepths = shown.map((net, index): LearntAtDepth => ({ ...net, lossLeft: others[index]! }))
  return { lossLeft: lossLeft!, overDepths, firstGradients: await firstGradients(judged, depths, laboratory) }
}

/** log₁₀ of the first layer's gradient over that of one hidden layer, before training. */
export function firstGradientEvidence(firstGradients: readonly FirstGradients[]): Evidence[] {
  return firstGradients.map((compared) => {
    const metric = `first_layer_gradient_of_${compared.hiddenLayers}_over_1_hidden_layers`
    return meanEvidence(metric, deepOverShallow(compared), 'decade')
  })
}

async function firstGradients(
  judged: LearningConfiguration,
  depths: readonly number[],
  laboratory: Laboratory,
): Promise<FirstGradients[]> {
  const { seed } = laboratory
  const engine = await engineKey(laboratory)
  const deeper = depths.filter((depth) => depth > 1)
  const requests = [1, ...deeper].map((hiddenLayers) => {
    const configuration = { ...judged, hiddenLayers }
    return {
      key: { experiment: 'gradients before learning', sources, configuration, seed, engine },
      train: () => measureFirstGradients(configuration, seed),
    }
  })
  const [shallow, ...others] = await laboratory.store.runAll(requests)
  return deeper.map((hiddenLayers, index) => ({ hiddenLayers, deep: others[index]!, shallow: shallow! }))
}

async function learningRun(
  configuration: LearningConfiguration,
  laboratory: Laboratory,
): Promise<RunRequest<LossLeft>> {
  const { seed } = laboratory
  const engine = await engineKey(laboratory)
  return {
    key: { experiment: 'learning at a depth', sources, configuration, seed, engine },
    train: () => learn(configuration, seed),
  }
}

/** Trains one ensemble. */
export async function learn(configuration: LearningConfiguration, seed: string): Promise<LossLeft> {
  const { activation, hiddenLayers, epochs, batchSize, learningRate, momentum } = configuration
  const { network, examples, starts } = drawNets(configuration, seed)
  const optimizer = { learningRate, momentum, nesterov: true }
  const trained = await trainEnsemble(
    { network, loss: 'mean squared error', optimizer, epochs, batchSize },
    examples,
    starts,
    { progress: announceProgress(`${hiddenLayers} hidden layers of ${activation}`) },
  )
  return Float64Array.from(trained, ({ history }, run) => {
    return history.at(-1)!.training.loss / momentsOf(examples[run]!.targets).variance
  })
}

/** Takes the gradients of the same nets before their first step. */
export async function measureFirstGradients(configuration: LearningConfiguration, seed: string) {
  const { network, examples, starts } = drawNets(configuration, seed)
  const onEngine = (values: readonly Float32Array[]) =>
    tf.stack(values.map((each) => tf.tensor2d(each, [configuration.points, 1])))
  const batch = tf.tidy(() => ({
    inputs: onEngine(examples.map(({ inputs }) => inputs)),
    targets: onEngine(examples.map(({ targets }) => targets)),
  }))
  const norms = await hiddenNorms(
    network,
    starts.map(({ weights }) => weights),
    batch,
  )
  tf.dispose([batch.inputs, batch.targets])
  return norms
}

/** The nets, each with the examples that it learns from. */
function drawNets(configuration: LearningConfiguration, seed: string) {
  const network = learningNetwork(configuration)
  const streams = Array.from({ length: configuration.runs }, (_, run) => randomStream(seed, 'learning', 'run', run))
  return {
    network,
    examples: streams.map((stream) => drawPoints(stream.stream('examples'), configuration.points)),
    starts: streams.map((stream) => startFrom(network, stream.stream('training'))),
  }
}

function learningNetwork({ activation, hiddenLayers, width }: LearningConfiguration): Network {
  return equalLayers(1, hiddenLayers, { kind: 'dense', units: width, activation })
}

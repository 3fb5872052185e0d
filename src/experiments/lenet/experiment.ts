import { randomStream, type Stream } from '../../random/stream.ts'
import { announceProgress } from '../../training/announce-progress.ts'
import { engineKey } from '../../training/engine-key.ts'
import type { Laboratory } from '../../training/laboratory.ts'
import { predict } from '../../training/network-evaluate.ts'
import type { RunRequest } from '../../training/run-store.ts'
import { sourceDigest } from '../../training/source-digest.ts'
import { type EpochScores, train } from '../../training/train.ts'
import { startFrom } from '../../training/train-draws.ts'
import { pickDigits, pixelStatistics, standardisedExamples } from './examples.ts'
import type { Mnist } from './mnist/mnist.ts'
import { lenet, type Variant } from './networks.ts'

/** The digest of the data is that of the published files: what makes arrays of them counts as code. */
const sources = [sourceDigest(import.meta.url), sourceDigest(new URL('mnist/mnist.ts', import.meta.url))].join(' ')

/** One net of several that are compared. */
export interface Arm {
  readonly variant: Variant
  /** 0 for the first training; another one has weights, orders and masks of its own, on the same images */
  readonly repetition: number
}

/** One training of LeNet-5. */
export interface LenetConfiguration extends Arm {
  /** drawn from the training set, the same for every variant */
  readonly trainingImages: number
  readonly epochs: number
  readonly batchSize: number
  readonly learningRate: number
}

/** Two nets on the same images. */
export interface LenetComparison extends Omit<LenetConfiguration, keyof Arm> {
  /** the net that the claim says is better */
  readonly arm: Arm
  readonly rival: Arm
}

/** The notebook's training; at quick scale on a fifth of its images, which are still 600 steps. */
export const assignment = {
  quick: { trainingImages: 12_000, epochs: 5, batchSize: 100, learningRate: 0.01 },
  full: { trainingImages: 60_000, epochs: 5, batchSize: 100, learningRate: 0.01 },
} as const satisfies Record<string, Omit<LenetConfiguration, keyof Arm>>

/** A trained LeNet-5 and what it makes of the test images. */
export interface TrainedLenet {
  readonly history: readonly EpochScores[]
  /** whether each test image is classified rightly */
  readonly right: readonly boolean[]
  /** cross-entropy of each test image, in nats */
  readonly losses: Float64Array
}

/** The run of one net, for the run store: trained once for all specs that ask. */
export async function lenetRun(
  configuration: LenetConfiguration,
  laboratory: Pick<Laboratory, 'seed' | 'engine'>,
  mnist: Mnist,
): Promise<RunRequest<TrainedLenet>> {
  const { seed } = laboratory
  const engine = await engineKey(laboratory)
  const experiment = `lenet ${configuration.variant}`
  return {
    key: { experiment, sources, configuration, seed, engine, data: mnist.digest },
    train: () => trainLenet(configuration, seed, mnist),
  }
}

async function trainLenet(configuration: LenetConfiguration, seed: string, mnist: Mnist): Promise<TrainedLenet> {
  const { variant, repetition, trainingImages, epochs, batchSize, learningRate } = configuration
  const network = lenet(variant)
  const statistics = pixelStatistics(mnist.train)
  const places = randomStream(seed, 'lenet', 'training images').permutation(mnist.train.count)
  const tests = standardisedExamples(mnist.test, statistics)
  const optimizer = { learningRate, momentum: 0, nesterov: false }
  const { weights, history } = await train(
    { network, loss: 'softmax cross-entropy', optimizer, epochs, batchSize },
    standardisedExamples(pickDigits(mnist.train, places.subarray(0, trainingImages)), statistics),
    startFrom(network, streamOf({ variant, repetition }, seed)),
    { validation: tests, progress: announceProgress(`LeNet-5, ${variant}`) },
  )
  return { history, ...judgeImages(await predict(network, weights, tests.inputs), mnist.test.labels) }
}

/** Each net draws its weights, orders and masks from streams of its own. */
function streamOf({ variant, repetition }: Arm, seed: string): Stream {
  const stream = randomStream(seed, 'lenet', variant)
  return repetition === 0 ? stream : stream.stream('repetition', repetition)
}

function judgeImages(logits: Float32Array, labels: Uint8Array): Pick<TrainedLenet, 'right' | 'losses'> {
  const classes = logits.length / labels.length
  const losses = new Float64Array(labels.length)
  const right: boolean[] = []
  for (const [image, label] of labels.entries()) {
    const row = Array.from(logits.subarray(image * classes, (image + 1) * classes))
    const largest = Math.max(...row)
    losses[image] = Math.log(row.reduce((sum, logit) => sum + Math.exp(logit - largest), 0)) + largest - row[label]!
    right.push(row.indexOf(largest) === label)
  }
  return { right, losses }
}

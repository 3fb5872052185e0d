import { randomStream } from '../../random/stream.ts'
import { announceProgress } from '../../training/announce-progress.ts'
import { engineKey } from '../../training/engine-key.ts'
import type { Laboratory } from '../../training/laboratory.ts'
import { predict } from '../../training/network-evaluate.ts'
import type { Weights } from '../../training/network-parameters.ts'
import type { RunRequest } from '../../training/run-store.ts'
import { sourceDigest } from '../../training/source-digest.ts'
import { type EpochScores, train } from '../../training/train.ts'
import { type Answers, answersOf } from './answers.ts'
import { examplesOf, firstExamples, pickDigits, pixelStatistics, type Scaling } from './examples.ts'
import type { DigitSet, Mnist } from './mnist/mnist.ts'
import { lenet, type Variant } from './networks.ts'
import { startOf } from './start.ts'

/** The digest of the data is that of the published files: what makes arrays of them counts as code. */
const sources = [sourceDigest(import.meta.url), sourceDigest(new URL('mnist/mnist.ts', import.meta.url))].join(' ')

/** One net of several that are compared. */
export interface Arm {
  readonly variant: Variant
  readonly scaling: Scaling
  /** 0 for the first training; another one has kernels, orders and masks of its own, on the same images */
  readonly repetition: number
}

/** How LeNet-5 is trained, whichever arm it is. */
export interface LenetTraining {
  /** drawn from the training set, the same for every arm */
  readonly trainingImages: number
  readonly epochs: number
  readonly batchSize: number
  readonly learningRate: number
  /** the first so many of the test images are those that a net is tried on after each epoch */
  readonly validationImages: number
}

/** One training of LeNet-5. */
export interface LenetConfiguration extends Arm, LenetTraining {}

/** The notebook's training; at quick scale on a fifth of its images, which are still 600 steps. */
export const assignment = {
  quick: { trainingImages: 12_000, epochs: 5, batchSize: 100, learningRate: 0.01, validationImages: 2000 },
  full: { trainingImages: 60_000, epochs: 5, batchSize: 100, learningRate: 0.01, validationImages: 10_000 },
} as const satisfies Record<string, LenetTraining>

/** A trained LeNet-5. */
export interface TrainedLenet {
  readonly weights: Weights
  readonly history: readonly EpochScores[]
  /** on the test images */
  readonly test: Answers
  /** on the images that it was trained on, in the order in which they were drawn */
  readonly training: Answers
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

/**
 * Images of the training set in an order that is drawn once for all nets. The first ones are those that nets are trained
 * on.
 *
 * @param from - the place of the first one in that order
 * @throws {RangeError} if there are not as many
 */
export function trainingDigits(count: number, seed: string, { train }: Mnist, from = 0): DigitSet {
  if (from + count > train.count) {
    throw new RangeError(`behind the first ${from} of ${train.count} training images there are no ${count} more`)
  }
  const places = randomStream(seed, 'lenet', 'training images').permutation(train.count)
  return pickDigits(train, places.subarray(from, from + count))
}

async function trainLenet(configuration: LenetConfiguration, seed: string, mnist: Mnist): Promise<TrainedLenet> {
  const { variant, scaling, repetition, trainingImages, epochs, batchSize, learningRate, validationImages } =
    configuration
  const network = lenet(variant)
  const statistics = pixelStatistics(mnist.train)
  const digits = trainingDigits(trainingImages, seed, mnist)
  const examples = examplesOf(digits, scaling, statistics)
  const tests = examplesOf(mnist.test, scaling, statistics)
  const optimizer = { learningRate, momentum: 0, nesterov: false }
  const { weights, history } = await train(
    { network, loss: 'softmax cross-entropy', optimizer, epochs, batchSize },
    examples,
    startOf(network, repetition, seed),
    { validation: firstExamples(tests, validationImages), progress: announceProgress(`LeNet-5, ${variant}`) },
  )
  return {
    weights,
    history,
    test: answersOf(await predict(network, weights, tests.inputs), mnist.test.labels),
    training: answersOf(await predict(network, weights, examples.inputs), digits.labels),
  }
}

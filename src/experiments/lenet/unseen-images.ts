import { randomStream } from '../../random/stream.ts'
import type { Laboratory } from '../../training/laboratory.ts'
import { predict } from '../../training/network-evaluate.ts'
import { type Answers, answersOf } from './answers.ts'
import { genuineMnist, trainArms } from './comparison.ts'
import { examplesOf, pickDigits, pixelStatistics } from './examples.ts'
import type { Arm, LenetTraining, TrainedLenet } from './experiment.ts'
import type { DigitSet, Mnist } from './mnist/mnist.ts'
import { lenet } from './networks.ts'

/** Pairs of nets on images that none of them has seen. */
export interface LenetPairs extends LenetTraining {
  readonly arms: readonly Arm[]
  /** as many as there are arms, each paired with the arm at its place */
  readonly rivals: readonly Arm[]
  /** images of the training set that no net is trained on, which join those of the test set */
  readonly unseenTrainingImages: number
}

/** What each net makes of the unseen images, the arms and their rivals in the same order. */
export interface PairedAnswers {
  readonly better: readonly Answers[]
  readonly worse: readonly Answers[]
}

/**
 * Trains pairs of nets on genuine MNIST and asks them about images that none of them has seen. A scale that trains on a
 * part of the training set has the rest of it for a larger test, which tells smaller differences apart.
 *
 * @throws {RangeError} if the training set has not as many images left
 * @throws as `trainArms` does
 */
export async function comparePairs(configuration: LenetPairs, laboratory: Laboratory): Promise<PairedAnswers> {
  const { arms, rivals, unseenTrainingImages, ...training } = configuration
  const mnist = await genuineMnist(laboratory)
  const nets = await trainArms([...arms, ...rivals], training, laboratory)
  const unseen = unseenDigits(training.trainingImages, unseenTrainingImages, laboratory.seed, mnist)
  const answers: Answers[] = []
  for (const [index, arm] of [...arms, ...rivals].entries()) {
    answers.push(joined(nets[index]!.test, await answersTo(unseen, nets[index]!, arm, mnist)))
  }
  return { better: answers.slice(0, arms.length), worse: answers.slice(arms.length) }
}

/**
 * Images that no net is trained on: those that follow in the order in which `trainingDigits` draws them.
 *
 * @throws {RangeError} if the training set has not as many images left
 */
export function unseenDigits(seen: number, count: number, seed: string, { train }: Mnist): DigitSet {
  if (seen + count > train.count) {
    throw new RangeError(`of ${train.count} images ${seen} are trained on, so that ${count} others are not left`)
  }
  const places = randomStream(seed, 'lenet', 'training images').permutation(train.count)
  return pickDigits(train, places.subarray(seen, seen + count))
}

async function answersTo(digits: DigitSet, { weights }: TrainedLenet, arm: Arm, mnist: Mnist): Promise<Answers> {
  if (digits.count === 0) return { right: [], losses: new Float64Array(0) }
  const { inputs } = examplesOf(digits, arm.scaling, pixelStatistics(mnist.train))
  return answersOf(await predict(lenet(arm.variant), weights, inputs), digits.labels)
}

function joined(first: Answers, second: Answers): Answers {
  return {
    right: [...first.right, ...second.right],
    losses: Float64Array.of(...first.losses, ...second.losses),
  }
}

import type { Laboratory } from '../../training/laboratory.ts'
import { predict } from '../../training/network-evaluate.ts'
import { type Answers, answersOf } from './answers.ts'
import { compareNets, genuineMnist, type LenetComparison } from './comparison.ts'
import { examplesOf, pixelStatistics } from './examples.ts'
import { type Arm, type TrainedLenet, trainingDigits } from './experiment.ts'
import { lenet } from './networks.ts'

/** Two nets on images that neither of them has seen. */
export interface UnseenComparison extends LenetComparison {
  /** images of the training set that no net is trained on, which join those of the test set */
  readonly unseenTrainingImages: number
}

/** What two nets make of the same images. */
export interface ComparedAnswers {
  readonly better: Answers
  readonly worse: Answers
}

/**
 * Trains two nets on genuine MNIST and asks them about images that neither has seen. A scale that trains on a part of the
 * training set has the rest of it for a larger test, which tells smaller differences apart.
 *
 * @throws {RangeError} if the training set has not as many images left
 * @throws as `compareNets` does
 */
export async function compareOnUnseen(
  { unseenTrainingImages, ...nets }: UnseenComparison,
  laboratory: Laboratory,
): Promise<ComparedAnswers> {
  const mnist = await genuineMnist(laboratory)
  const { better, worse } = await compareNets(nets, laboratory)
  const unseen = trainingDigits(unseenTrainingImages, laboratory.seed, mnist, nets.trainingImages)
  const ask = async ({ variant, scaling }: Arm, { weights, test }: TrainedLenet): Promise<Answers> => {
    if (unseen.count === 0) return test
    const { inputs } = examplesOf(unseen, scaling, pixelStatistics(mnist.train))
    return joined(test, answersOf(await predict(lenet(variant), weights, inputs), unseen.labels))
  }
  return { better: await ask(nets.arm, better), worse: await ask(nets.rival, worse) }
}

function joined(first: Answers, second: Answers): Answers {
  return {
    right: [...first.right, ...second.right],
    losses: Float64Array.of(...first.losses, ...second.losses),
  }
}

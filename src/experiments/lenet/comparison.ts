import { NotRun } from '../../claims/not-run.ts'
import type { Laboratory } from '../../training/laboratory.ts'
import type { Answers } from './answers.ts'
import { type Arm, type LenetTraining, lenetRun, type TrainedLenet } from './experiment.ts'
import { type GenuineMnist, loadMnist } from './mnist/mnist.ts'

/** Two nets on the same images. */
export interface LenetComparison extends LenetTraining {
  /** the net that the claim says is better */
  readonly arm: Arm
  readonly rival: Arm
}

/** Two trained nets: the one that a claim says is better, and its rival. */
export interface TrainedPair {
  readonly better: TrainedLenet
  readonly worse: TrainedLenet
}

/**
 * Trains two nets on genuine MNIST.
 *
 * @throws {NotRun} if MNIST is not to be had
 * @throws {HomeworkError} if MNIST_DIR holds something else
 */
export async function compareNets(configuration: LenetComparison, laboratory: Laboratory): Promise<TrainedPair> {
  const { arm, rival, ...training } = configuration
  const [better, worse] = await trainArms([arm, rival], training, laboratory)
  return { better: better!, worse: worse! }
}

/**
 * Trains nets on genuine MNIST, one for each arm.
 *
 * @throws as `compareNets` does
 */
export async function trainArms(
  arms: readonly Arm[],
  training: LenetTraining,
  laboratory: Laboratory,
): Promise<TrainedLenet[]> {
  const mnist = await genuineMnist(laboratory)
  return laboratory.store.runAll(
    await Promise.all(arms.map((arm) => lenetRun({ ...training, ...arm }, laboratory, mnist))),
  )
}

/** Whether either net has no finite loss on an image: a net that diverged classifies nothing. */
export function undecidedImages(one: Answers, other: Answers): boolean[] {
  return Array.from(one.losses, (loss, image) => !Number.isFinite(loss + other.losses[image]!))
}

/**
 * MNIST. The main process has fetched it, or says why not; a worker never waits for a download.
 *
 * @throws as `compareNets` does
 */
export async function genuineMnist({ places, mnistAbsent }: Laboratory): Promise<GenuineMnist> {
  if (mnistAbsent !== null) throw new NotRun(mnistAbsent)
  return loadMnist(places, { mirrors: [] })
}

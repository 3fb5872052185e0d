import { NotRun } from '../../claims/not-run.ts'
import type { Laboratory } from '../../training/laboratory.ts'
import { type LenetComparison, lenetRun, type TrainedLenet } from './experiment.ts'
import { type GenuineMnist, loadMnist } from './mnist/mnist.ts'

/** Two trained variants: the one that a claim says is better, and its rival. */
export interface TrainedVariants {
  readonly better: TrainedLenet
  readonly worse: TrainedLenet
}

/**
 * Trains two variants on genuine MNIST.
 *
 * @throws {NotRun} if MNIST is not to be had
 * @throws {HomeworkError} if MNIST_DIR holds something else
 */
export async function compareVariants(
  configuration: LenetComparison,
  laboratory: Laboratory,
): Promise<TrainedVariants> {
  const mnist = await genuineMnist(laboratory)
  const { arms, ...shared } = configuration
  const runs = arms.map((variant) => lenetRun({ ...shared, variant }, laboratory, mnist))
  const [better, worse] = await laboratory.store.runAll(await Promise.all(runs))
  return { better: better!, worse: worse! }
}

/** Whether either net has no finite loss on a test image: a net that diverged classifies nothing. */
export function undecidedImages({ better, worse }: TrainedVariants): boolean[] {
  return Array.from(better.losses, (loss, image) => !Number.isFinite(loss + worse.losses[image]!))
}

/** The main process has fetched it, or says why not; a worker never waits for a download. */
async function genuineMnist({ places, mnistAbsent }: Laboratory): Promise<GenuineMnist> {
  if (mnistAbsent !== null) throw new NotRun(mnistAbsent)
  return loadMnist(places, { mirrors: [] })
}

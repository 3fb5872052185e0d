import { NotRun } from '../../claims/not-run.ts'
import type { Laboratory } from '../../training/laboratory.ts'
import { type LenetComparison, lenetRun, type TrainedLenet } from './experiment.ts'
import { type GenuineMnist, loadMnist } from './mnist/mnist.ts'

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
  const mnist = await genuineMnist(laboratory)
  const { arm, rival, ...shared } = configuration
  const runs = [arm, rival].map((net) => lenetRun({ ...shared, ...net }, laboratory, mnist))
  const [better, worse] = await laboratory.store.runAll(await Promise.all(runs))
  return { better: better!, worse: worse! }
}

/** Whether either net has no finite loss on a test image: a net that diverged classifies nothing. */
export function undecidedImages({ better, worse }: TrainedPair): boolean[] {
  return Array.from(better.losses, (loss, image) => !Number.isFinite(loss + worse.losses[image]!))
}

/** The main process has fetched it, or says why not; a worker never waits for a download. */
async function genuineMnist({ places, mnistAbsent }: Laboratory): Promise<GenuineMnist> {
  if (mnistAbsent !== null) throw new NotRun(mnistAbsent)
  return loadMnist(places, { mirrors: [] })
}

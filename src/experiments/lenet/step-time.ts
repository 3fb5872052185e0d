import type { Laboratory } from '../../training/laboratory.ts'
import { StackedTraining } from '../../training/train-stacked.ts'
import { type Rounds, secondsInTurn } from '../seconds-in-turn.ts'
import { examplesOf, pixelStatistics } from './examples.ts'
import { assignment } from './experiment.ts'
import { drawnGlyphs } from './mnist/glyphs.ts'
import { lenet, type Variant } from './networks.ts'
import { startOf } from './start.ts'

/** Two nets whose training steps are timed in turn. */
export interface TimedSteps extends Rounds {
  /** the net that is said to be slow */
  readonly arm: Variant
  readonly rival: Variant
  /** images of one step */
  readonly armBatchSize: number
  readonly rivalBatchSize: number
}

/** Seconds a training step, one value for each round: those of its quickest step. */
export interface StepSeconds {
  readonly arm: Float64Array
  readonly rival: Float64Array
}

/**
 * Times training steps of two nets, see `secondsInTurn`.
 *
 * The images are drawn and not MNIST's: how long a step takes does not depend on the pixels. Nothing is kept in the run
 * store: the same configuration takes another time the next time.
 */
export async function timeSteps(
  { arm, rival, armBatchSize, rivalBatchSize, ...rounds }: TimedSteps,
  laboratory: Pick<Laboratory, 'seed' | 'engine'>,
): Promise<StepSeconds> {
  await laboratory.engine()
  const trainings = [trainingOf(arm, armBatchSize, laboratory.seed), trainingOf(rival, rivalBatchSize, laboratory.seed)]
  const [slow, fast] = await secondsInTurn(trainings, rounds)
  return { arm: slow!, rival: fast! }
}

/** A LeNet-5 in training whose epochs are one step long. */
function trainingOf(variant: Variant, batchSize: number, seed: string): StackedTraining {
  const network = lenet(variant)
  const { train } = drawnGlyphs(seed, { train: batchSize, test: 0 })
  const optimizer = { learningRate: assignment.quick.learningRate, momentum: 0, nesterov: false }
  return new StackedTraining(
    { network, loss: 'softmax cross-entropy', optimizer },
    batchSize,
    [examplesOf(train, 'standardised', pixelStatistics(train))],
    [startOf(network, 0, seed)],
    [],
  )
}

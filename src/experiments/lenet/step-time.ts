import { startStopwatch } from '../../clock.ts'
import type { Laboratory } from '../../training/laboratory.ts'
import { StackedTraining } from '../../training/train-stacked.ts'
import { examplesOf, pixelStatistics } from './examples.ts'
import { assignment } from './experiment.ts'
import { drawnGlyphs } from './mnist/glyphs.ts'
import { lenet, type Variant } from './networks.ts'
import { startOf } from './start.ts'

/** Two nets whose training steps are timed in turn. */
export interface TimedSteps {
  /** the net that is said to be slow */
  readonly arm: Variant
  readonly rival: Variant
  /** images of one step */
  readonly armBatchSize: number
  readonly rivalBatchSize: number
  readonly rounds: number
  /** steps of each net in a round */
  readonly stepsPerRound: number
}

/** Seconds a training step, one value for each round: those of its quickest step. */
export interface StepSeconds {
  readonly arm: Float64Array
  readonly rival: Float64Array
}

/** Rounds before the first one that counts, in which the engine compiles and allocates. */
const warmUp = 2

/**
 * Times training steps of two nets in one process, a step of the one and a step of the other in turn, so that whatever
 * else the machine does slows both. It can only slow them, so the quickest step of a round says most of the net itself
 * (Chen & Revels, Robust benchmarking in noisy environments, arXiv 1608.04295).
 *
 * The images are drawn and not MNIST's: how long a step takes does not depend on the pixels. Nothing is kept in the run
 * store: the same configuration takes another time the next time.
 */
export async function timeSteps(
  configuration: TimedSteps,
  laboratory: Pick<Laboratory, 'seed' | 'engine'>,
): Promise<StepSeconds> {
  const { arm, rival, armBatchSize, rivalBatchSize, rounds, stepsPerRound } = configuration
  await laboratory.engine()
  const slow = timedNet(arm, armBatchSize, laboratory.seed)
  const fast = timedNet(rival, rivalBatchSize, laboratory.seed)
  const seconds: StepSeconds = { arm: new Float64Array(rounds), rival: new Float64Array(rounds) }
  try {
    for (let round = -warmUp; round < rounds; round++) {
      const quickest = { arm: Number.POSITIVE_INFINITY, rival: Number.POSITIVE_INFINITY }
      for (let step = 0; step < stepsPerRound; step++) {
        quickest.arm = Math.min(quickest.arm, await slow.secondsOfStep())
        quickest.rival = Math.min(quickest.rival, await fast.secondsOfStep())
      }
      if (round < 0) continue
      seconds.arm[round] = quickest.arm
      seconds.rival[round] = quickest.rival
    }
  } finally {
    slow.dispose()
    fast.dispose()
  }
  return seconds
}

/** A LeNet-5 in training whose epochs are one step long. */
function timedNet(variant: Variant, batchSize: number, seed: string) {
  const network = lenet(variant)
  const { train } = drawnGlyphs(seed, { train: batchSize, test: 0 })
  const optimizer = { learningRate: assignment.quick.learningRate, momentum: 0, nesterov: false }
  const training = new StackedTraining(
    { network, loss: 'softmax cross-entropy', optimizer },
    batchSize,
    [examplesOf(train, 'standardised', pixelStatistics(train))],
    [startOf(network, 0, seed)],
    [],
  )
  let epoch = 0
  return {
    /** An epoch ends when its scores are read, so the engine has then done the step. */
    async secondsOfStep(): Promise<number> {
      const stopwatch = startStopwatch()
      await training.epoch(epoch++, () => {})
      return stopwatch()
    },
    dispose: () => training.dispose(),
  }
}

import { startStopwatch } from '../clock.ts'
import type { StackedTraining } from '../training/train-stacked.ts'

export interface Rounds {
  readonly rounds: number
  /** steps of each net in a round */
  readonly stepsPerRound: number
}

/** Rounds before the first one that counts, in which the engine compiles and allocates. */
const warmUp = 2

/**
 * Times training steps of several nets in one process, a step of each in turn, so that whatever else the machine does
 * slows all. It can only slow them, so the quickest step of a round says most of the net itself (Chen & Revels, Robust
 * benchmarking in noisy environments, arXiv 1608.04295). The nets are disposed at the end.
 *
 * @param trainings - their epochs are one step long
 * @returns for each net the seconds of a step, one value for each round
 */
export async function secondsInTurn(
  trainings: readonly StackedTraining[],
  { rounds, stepsPerRound }: Rounds,
): Promise<Float64Array[]> {
  const seconds = trainings.map(() => new Float64Array(rounds))
  let epoch = 0
  try {
    for (let round = -warmUp; round < rounds; round++) {
      const quickest = trainings.map(() => Number.POSITIVE_INFINITY)
      for (let step = 0; step < stepsPerRound; step++) {
        for (const [net, training] of trainings.entries()) {
          quickest[net] = Math.min(quickest[net]!, await secondsOfStep(training, epoch))
        }
        epoch++
      }
      if (round >= 0) for (const [net, each] of seconds.entries()) each[round] = quickest[net]!
    }
    return seconds
  } finally {
    for (const training of trainings) training.dispose()
  }
}

/** An epoch ends when its scores are read, so the engine has then done the step. */
async function secondsOfStep(training: StackedTraining, epoch: number): Promise<number> {
  const stopwatch = startStopwatch()
  await training.epoch(epoch, () => {})
  return stopwatch()
}

import type { Laboratory } from '../../training/laboratory.ts'
import { type TrainedPair, trainArms } from './comparison.ts'
import type { Arm, LenetTraining, TrainedLenet } from './experiment.ts'

/** One arm, trained several times. */
export interface LenetRepeated extends LenetTraining {
  readonly arm: Arm
  /** trainings of each arm: its repetitions 0 to seeds − 1 */
  readonly seeds: number
}

/** Two arms, trained several times in pairs. */
export interface LenetOverSeeds extends LenetRepeated {
  readonly rival: Arm
}

/**
 * Trains one arm several times on genuine MNIST.
 *
 * @throws as `trainArms` does
 */
export function trainOverSeeds(
  { arm, seeds, ...training }: LenetRepeated,
  laboratory: Laboratory,
): Promise<TrainedLenet[]> {
  const arms = Array.from({ length: seeds }, (_, repetition) => ({ ...arm, repetition: arm.repetition + repetition }))
  return trainArms(arms, training, laboratory)
}

/**
 * Trains two arms several times on genuine MNIST, in pairs that begin with the same kernels and see the same batches.
 *
 * @throws as `trainArms` does
 */
export async function compareOverSeeds(
  { rival, ...first }: LenetOverSeeds,
  laboratory: Laboratory,
): Promise<TrainedPair[]> {
  const [better, worse] = [
    await trainOverSeeds(first, laboratory),
    await trainOverSeeds({ ...first, arm: rival }, laboratory),
  ]
  return better.map((net, seed) => ({ better: net, worse: worse[seed]! }))
}

import type { Laboratory } from '../../training/laboratory.ts'
import { type EggholderTraining, pointsOf, repetitionStream } from './experiment.ts'
import { fitScaling, type Scaling } from './scaled-split.ts'

/** The scaling of a repetition, fitted anew to its training points: a stored net has its weights alone. */
export function scalingOf(
  training: EggholderTraining,
  repetition: number,
  { seed }: Pick<Laboratory, 'seed'>,
): Scaling {
  return fitScaling(pointsOf(training, repetitionStream(seed, repetition)).train)
}

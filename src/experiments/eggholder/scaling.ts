import type { Laboratory } from '../../training/laboratory.ts'
import { type EggholderTraining, repetitionStream } from './experiment.ts'
import { drawnSplit, notebookSplit } from './points.ts'
import { fitScaler, type Scaler } from './standard-scaler.ts'

/** By what the points of a training were standardised. */
export interface Scaling {
  readonly inputs: Scaler
  readonly targets: Scaler
}

/** The scaling of a repetition, fitted anew to its training points: a stored net has its weights alone. */
export function scalingOf(
  { points, trainingPoints, testPoints }: EggholderTraining,
  repetition: number,
  { seed }: Pick<Laboratory, 'seed'>,
): Scaling {
  const stream = repetitionStream(seed, repetition).stream('points')
  const { train } = points === 'drawn' ? drawnSplit(stream, trainingPoints, testPoints) : notebookSplit()
  return { inputs: fitScaler(train.inputs, 2), targets: fitScaler(train.targets, 1) }
}

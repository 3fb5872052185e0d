import { averageOverNets } from './depth-comparison.ts'
import { testRmse } from './errors.ts'
import type { TrainedEggholder, TrainedNet } from './experiment.ts'
import type { EggholderNet } from './networks.ts'

/** One training of a net, and which of its repetitions it is. */
export interface OneTraining {
  readonly net: EggholderNet
  readonly repetition: number
  readonly trained: TrainedEggholder
}

/** Whether the training has left the numbers: its error is NaN or infinite. */
export function hasDiverged(trained: TrainedEggholder): boolean {
  return !Number.isFinite(testRmse(trained))
}

/** A measure that is NaN for a net that diverged, and so is every average with it. */
export function unlessDiverged(measure: (net: TrainedEggholder) => number): (net: TrainedEggholder) => number {
  return (net) => (hasDiverged(net) ? Number.NaN : measure(net))
}

/** The averages over nets of the repetitions in which none of these diverged, so that all are over the same nets. */
export function averagesWithoutDiverged(
  nets: readonly TrainedNet[],
  measure: (net: TrainedEggholder) => number,
): Float64Array {
  return averageOverNets(nets, unlessDiverged(measure)).filter(Number.isFinite)
}

/** The training with the least error on the test points; if all have diverged, the first of them. */
export function bestTraining(nets: readonly TrainedNet[]): OneTraining {
  const trainings = nets.flatMap(({ net, repetitions }) =>
    repetitions.map((trained, repetition) => ({ net, repetition, trained })),
  )
  const rank = ({ trained }: OneTraining) => (hasDiverged(trained) ? Number.POSITIVE_INFINITY : testRmse(trained))
  return trainings.reduce((best, each) => (rank(each) < rank(best) ? each : best))
}

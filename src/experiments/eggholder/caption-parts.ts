import type { TrainedNet } from './experiment.ts'
import { hasDiverged } from './trained-nets.ts'

/** 'Two of … diverged': nothing if none did, so that it can be added to a sentence before it. */
export function divergedInWords(nets: readonly TrainedNet[]): string {
  const trainings = nets.flatMap(({ repetitions }) => repetitions)
  const diverged = trainings.filter(hasDiverged).length
  if (diverged === 0) return ''
  return ` ${diverged} of ${trainings.length} trainings diverged: repetitions are left out of the averages that these stand in.`
}

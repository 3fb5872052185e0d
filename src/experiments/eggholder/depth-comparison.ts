import { elementwiseMean } from '../../statistics/elementwise-mean.ts'
import type { Laboratory } from '../../training/laboratory.ts'
import { type EggholderTraining, type TrainedEggholder, trainEggholders } from './experiment.ts'
import type { EggholderNet } from './networks.ts'

/** Deeper nets and shallower ones, each trained several times; one repetition of all of them has the same points. */
export interface DepthComparison extends EggholderTraining {
  readonly deeper: readonly EggholderNet[]
  readonly shallower: readonly EggholderNet[]
  readonly repetitions: number
}

/** The trained nets, [nets][repetitions]. */
export interface ComparedDepths {
  readonly deeper: readonly (readonly TrainedEggholder[])[]
  readonly shallower: readonly (readonly TrainedEggholder[])[]
}

export async function compareDepths(
  { deeper, shallower, repetitions, ...training }: DepthComparison,
  laboratory: Laboratory,
): Promise<ComparedDepths> {
  const trained = await trainEggholders([...deeper, ...shallower], training, repetitions, laboratory)
  return { deeper: trained.slice(0, deeper.length), shallower: trained.slice(deeper.length) }
}

/** A measure of each repetition: its mean over the nets, as the assignment averages nets of equally many hidden units. */
export function averageOverNets(
  nets: readonly (readonly TrainedEggholder[])[],
  measure: (net: TrainedEggholder) => number,
): Float64Array {
  return elementwiseMean(nets.map((repetitions) => Float64Array.from(repetitions, measure)))
}

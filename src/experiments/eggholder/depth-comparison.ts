import { elementwiseMean } from '../../statistics/elementwise-mean.ts'
import type { Laboratory } from '../../training/laboratory.ts'
import { type EggholderTraining, type TrainedEggholder, type TrainedNet, trainNets } from './experiment.ts'
import type { EggholderNet } from './networks.ts'

/** Deeper nets and shallower ones, each trained several times; one repetition of all of them has the same points. */
export interface DepthComparison extends EggholderTraining {
  readonly deeper: readonly EggholderNet[]
  readonly shallower: readonly EggholderNet[]
  readonly repetitions: number
}

/** The trained nets. */
export interface ComparedDepths {
  readonly deeper: readonly TrainedNet[]
  readonly shallower: readonly TrainedNet[]
}

export async function compareDepths(
  { deeper, shallower, repetitions, ...training }: DepthComparison,
  laboratory: Laboratory,
): Promise<ComparedDepths> {
  const trained = await trainNets([...deeper, ...shallower], training, repetitions, laboratory)
  return { deeper: trained.slice(0, deeper.length), shallower: trained.slice(deeper.length) }
}

/** A measure of each repetition: its mean over the nets, as the assignment averages nets of equally many hidden units. */
export function averageOverNets(nets: readonly TrainedNet[], measure: (net: TrainedEggholder) => number): Float64Array {
  return elementwiseMean(nets.map(({ repetitions }) => Float64Array.from(repetitions, measure)))
}

import { type Evidence, meanEvidence } from '../../claims/evidence.ts'
import { differences } from '../../statistics/differences.ts'
import { elementwiseMean } from '../../statistics/elementwise-mean.ts'
import type { Laboratory } from '../../training/laboratory.ts'
import { testRmse } from './errors.ts'
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

/** A measure of trained nets, and what evidence calls it. */
export interface NamedMeasure {
  readonly name: string
  readonly of: (net: TrainedEggholder) => number
}

/** What a judge asks of two groups of nets, repetition by repetition. */
export interface PairedErrors {
  readonly metric: string
  /** positive where the deeper nets are better */
  readonly values: Float64Array
  readonly units: string
  readonly context: readonly Evidence[]
}

/**
 * By how much an error is larger in the shallower nets, with the mean of either group as context.
 *
 * @param names - of the deeper nets and of the shallower ones: 'two_layers', 'one_layer'
 */
export function pairedErrors(
  { deeper, shallower }: ComparedDepths,
  names: readonly [deeper: string, shallower: string],
  { name, of }: NamedMeasure = { name: 'test_rmse', of: testRmse },
): PairedErrors {
  const [deep, shallow] = [averageOverNets(deeper, of), averageOverNets(shallower, of)]
  return {
    metric: `${names[1]}_minus_${names[0]}_${name}`,
    values: differences(shallow, deep),
    units: 'pairs of trainings',
    context: [meanEvidence(`${names[0]}_${name}`, deep), meanEvidence(`${names[1]}_${name}`, shallow)],
  }
}

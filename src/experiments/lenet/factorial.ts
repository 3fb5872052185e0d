import { type Evidence, meanEvidence } from '../../claims/evidence.ts'
import { elementwiseMean } from '../../statistics/elementwise-mean.ts'
import type { Laboratory } from '../../training/laboratory.ts'
import { trainArms } from './comparison.ts'
import type { Arm, LenetTraining, TrainedLenet } from './experiment.ts'

/** The four cells of two factors, batch normalisation and Dropout, each there or not. */
export interface Cells<T> {
  readonly neither: T
  readonly batchNormalisation: T
  readonly dropout: T
  readonly both: T
}

/** A factorial experiment on the same images. */
export interface LenetFactorial extends LenetTraining, Cells<Arm> {
  /** trainings of each cell: repetitions 0 to seeds − 1 */
  readonly seeds: number
}

/**
 * Trains the four cells on genuine MNIST, all cells of one seed from the same kernels and on the same batches.
 *
 * @returns the cells of each seed
 * @throws as `trainArms` does
 */
export async function trainFactorial(
  { neither, batchNormalisation, dropout, both, seeds, ...training }: LenetFactorial,
  laboratory: Laboratory,
): Promise<Cells<TrainedLenet>[]> {
  const cells = [neither, batchNormalisation, dropout, both]
  const arms = Array.from({ length: seeds }, (_, seed) =>
    cells.map((arm) => ({ ...arm, repetition: arm.repetition + seed })),
  )
  const trained = await trainArms(arms.flat(), training, laboratory)
  return arms.map((_, seed) => {
    return cellsOf(trained.slice(4 * seed, 4 * seed + 4))
  })
}

/**
 * The interaction of the factors: what both together change, less what each changes alone. It is 0 where effects add up.
 */
export function interaction({ neither, batchNormalisation, dropout, both }: Cells<number>): number {
  return both - batchNormalisation - dropout + neither
}

/** The interaction on each image. */
export function interactions({ neither, batchNormalisation, dropout, both }: Cells<Float64Array>): Float64Array {
  return both.map((value, image) =>
    interaction({
      neither: neither[image]!,
      batchNormalisation: batchNormalisation[image]!,
      dropout: dropout[image]!,
      both: value,
    }),
  )
}

/** Values of each image, averaged over the nets of each cell: an image counts once, however many nets are asked. */
export function averageOverSeeds(seeds: readonly Cells<Float64Array>[]): Cells<Float64Array> {
  return {
    neither: elementwiseMean(seeds.map(({ neither }) => neither)),
    batchNormalisation: elementwiseMean(seeds.map(({ batchNormalisation }) => batchNormalisation)),
    dropout: elementwiseMean(seeds.map(({ dropout }) => dropout)),
    both: elementwiseMean(seeds.map(({ both }) => both)),
  }
}

/** The mean of each cell as evidence, in the order of the cells, for instance `both_test_accuracy`. */
export function cellEvidence(metric: string, cells: Cells<Float64Array>, unit = '1'): Evidence[] {
  return [
    meanEvidence(`plain_${metric}`, cells.neither, unit),
    meanEvidence(`batch_normalisation_${metric}`, cells.batchNormalisation, unit),
    meanEvidence(`dropout_${metric}`, cells.dropout, unit),
    meanEvidence(`both_${metric}`, cells.both, unit),
  ]
}

/** The cells of what `cellEvidence` lists. */
export function cellsOf<T>([neither, batchNormalisation, dropout, both]: readonly T[]): Cells<T> {
  return { neither: neither!, batchNormalisation: batchNormalisation!, dropout: dropout!, both: both! }
}

/** Maps each cell. */
export function mapCells<T, U>(
  { neither, batchNormalisation, dropout, both }: Cells<T>,
  map: (cell: T) => U,
): Cells<U> {
  return {
    neither: map(neither),
    batchNormalisation: map(batchNormalisation),
    dropout: map(dropout),
    both: map(both),
  }
}

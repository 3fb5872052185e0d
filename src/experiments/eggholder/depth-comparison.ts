import { meanEvidence } from '../../claims/evidence.ts'
import type { OrderingQuestion } from '../../claims/judges/ordering.ts'
import { differences } from '../../statistics/differences.ts'
import { elementwiseMean } from '../../statistics/elementwise-mean.ts'
import type { Laboratory } from '../../training/laboratory.ts'
import { testRmse, testRmseInUnits } from './errors.ts'
import { type EggholderTraining, type TrainedEggholder, type TrainedNet, trainNets } from './experiment.ts'
import type { EggholderNet } from './networks.ts'
import { ofRmse } from './smallest-effects.ts'

/** Deeper nets and shallower ones, each trained several times; one repetition of all of them has the same points. */
export interface DepthComparison extends EggholderTraining {
  readonly deeper: readonly EggholderNet[]
  readonly shallower: readonly EggholderNet[]
  /** nets that are trained with them and shown beside them */
  readonly others?: readonly EggholderNet[]
  readonly repetitions: number
}

/** Trained nets of two depths. */
export interface TwoDepths {
  readonly deeper: readonly TrainedNet[]
  readonly shallower: readonly TrainedNet[]
}

/** The same, with what is shown beside them. */
export interface ComparedDepths extends TwoDepths {
  readonly others: readonly TrainedNet[]
}

export async function compareDepths(
  { deeper, shallower, others = [], repetitions, ...training }: DepthComparison,
  laboratory: Laboratory,
): Promise<ComparedDepths> {
  const trained = await trainNets([...deeper, ...shallower, ...others], training, repetitions, laboratory)
  return {
    deeper: trained.splice(0, deeper.length),
    shallower: trained.splice(0, shallower.length),
    others: trained,
  }
}

/** A measure of each repetition: its mean over the nets, as the assignment averages nets of equally many hidden units. */
export function averageOverNets(nets: readonly TrainedNet[], measure: (net: TrainedEggholder) => number): Float64Array {
  return elementwiseMean(nets.map(({ repetitions }) => Float64Array.from(repetitions, measure)))
}

/** A measure of trained nets, and what evidence calls it. */
export interface NamedMeasure {
  readonly name: string
  readonly of: (net: TrainedEggholder) => number
  /** what else is shown of either group */
  readonly beside?: readonly NamedMeasure[]
}

/** The error on the test points, in standard deviations of the target; shown in the function's own unit as well. */
const rmse: NamedMeasure = {
  name: 'test_rmse',
  of: testRmse,
  beside: [{ name: 'test_rmse_in_the_unit_of_the_function', of: testRmseInUnits }],
}

/**
 * What a judge asks of two groups of nets, repetition by repetition: whether an error is larger in the shallower nets, with
 * the mean of either group as context.
 *
 * @param names - of the deeper nets and of the shallower ones: 'two_layers', 'one_layer'
 */
export function depthQuestion(
  { deeper, shallower }: TwoDepths,
  names: readonly [deeper: string, shallower: string],
  measure: NamedMeasure = rmse,
): OrderingQuestion {
  const { name, of, beside = [] } = measure
  const groups = [deeper, shallower]
  const [deep, shallow] = groups.map((nets) => averageOverNets(nets, of))
  return {
    metric: `${names[1]}_minus_${names[0]}_${name}`,
    values: differences(shallow!, deep!),
    units: 'pairs of trainings',
    claimed: { above: 0 },
    smallestEffect: ofRmse,
    context: [measure, ...beside].flatMap(({ name, of }) =>
      groups.map((nets, group) => meanEvidence(`${names[group]}_${name}`, averageOverNets(nets, of))),
    ),
  }
}

import type { Laboratory } from '../../training/laboratory.ts'
import { predict } from '../../training/network-evaluate.ts'
import {
  type EggholderTraining,
  repetitionStream,
  splitOf,
  type TrainedEggholder,
  type TrainedNet,
  trainNets,
} from './experiment.ts'
import { type EggholderNet, eggholderNetwork } from './networks.ts'

/** Two nets that are trained once, on the same points. */
export interface PairOfNets extends EggholderTraining {
  readonly deeper: EggholderNet
  readonly shallower: EggholderNet
}

/** A net that was trained once, and what it is wrong by at each test point. */
export interface AskedNet {
  readonly trained: TrainedNet
  /** of the standardised target, in the order of the test points */
  readonly squaredErrors: Float64Array
}

/** Both nets, asked about the same test points. */
export interface AskedPair {
  readonly deeper: AskedNet
  readonly shallower: AskedNet
}

/** Trains both nets and asks them about each test point. */
export async function askPair(
  { deeper, shallower, ...training }: PairOfNets,
  laboratory: Laboratory,
): Promise<AskedPair> {
  const nets = await trainNets([deeper, shallower], training, 1, laboratory)
  await laboratory.engine()
  const { test } = splitOf(training, repetitionStream(laboratory.seed, 0))
  const [askedDeeper, askedShallower] = await Promise.all(
    nets.map(async (trained): Promise<AskedNet> => {
      const outputs = await predict(eggholderNetwork(trained.net), onlyTraining(trained).weights, test.inputs)
      return { trained, squaredErrors: Float64Array.from(outputs, (output, at) => (output - test.targets[at]!) ** 2) }
    }),
  )
  return { deeper: askedDeeper!, shallower: askedShallower! }
}

/** The training of a net that has but one. */
export function onlyTraining({ repetitions }: TrainedNet): TrainedEggholder {
  if (repetitions.length !== 1)
    throw new RangeError(`a net that is trained once was trained ${repetitions.length} times`)
  return repetitions[0]!
}

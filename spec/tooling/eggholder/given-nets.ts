import type { TrainedEggholder, TrainedNet } from '../../../src/experiments/eggholder/experiment.ts'
import type { EggholderNet } from '../../../src/experiments/eggholder/networks.ts'

/** A training whose root mean square errors on the test points are these, epoch by epoch. */
export function trainingWith(...rmse: number[]): TrainedEggholder {
  const testErrors = Float64Array.from(rmse, (error) => error ** 2)
  return { weights: [], trainingLosses: testErrors, testErrors, trainingError: 0, targetDeviation: 298 }
}

/** A net whose repetitions end with these errors after one epoch. */
export function netEndingWith(hidden: number[], normalised: boolean, ...rmse: number[]): TrainedNet {
  return { net: { hidden, normalised } satisfies EggholderNet, repetitions: rmse.map((error) => trainingWith(error)) }
}

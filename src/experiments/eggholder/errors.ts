import type { TrainedEggholder } from './experiment.ts'

/** Root mean square error on the test points after the last epoch, in standard deviations of the target. */
export function testRmse({ testErrors }: TrainedEggholder): number {
  return Math.sqrt(testErrors.at(-1)!)
}

/** The same after one of the epochs, the first of which is 1. */
export function testRmseAfter(epoch: number): (net: TrainedEggholder) => number {
  return ({ testErrors }) => Math.sqrt(testErrors[epoch - 1]!)
}

/** That after the last epoch in the function's own unit. */
export function testRmseInUnits(net: TrainedEggholder): number {
  return testRmse(net) * net.targetDeviation
}

/** Root mean square error on the training points after the last epoch, in evaluation mode, in the same unit. */
export function trainingRmse({ trainingError }: TrainedEggholder): number {
  return Math.sqrt(trainingError)
}

/** By how much the root mean square error on the test points exceeds that on the training points, both in evaluation mode. */
export function rmseGap(net: TrainedEggholder): number {
  return testRmse(net) - trainingRmse(net)
}

import { trainableCount } from '../../training/network-parameters.ts'
import { testRmse } from './errors.ts'
import type { TrainedNet } from './experiment.ts'
import { eggholderNetwork } from './networks.ts'

/**
 * By how much the error on the test points falls from a net to a larger one, for each tenfold of the trainable parameters:
 * minus the slope of the curve over a logarithmic axis.
 *
 * @param nets - the smaller one, then the larger one
 * @returns for each repetition, in standard deviations of the target
 * @throws {RangeError} if there are not two nets, or the second is not the larger one
 */
export function fallWithParameters(nets: readonly TrainedNet[]): Float64Array {
  const [smaller, larger] = nets
  if (nets.length !== 2) throw new RangeError(`a slope has two nets, not ${nets.length}`)
  const tenfolds = Math.log10(parametersOf(larger!) / parametersOf(smaller!))
  if (!(tenfolds > 0)) {
    throw new RangeError(
      `the second net has ${parametersOf(larger!)} parameters, no more than the first (${parametersOf(smaller!)})`,
    )
  }
  return Float64Array.from(smaller!.repetitions, (training, repetition) => {
    return (testRmse(training) - testRmse(larger!.repetitions[repetition]!)) / tenfolds
  })
}

function parametersOf({ net }: TrainedNet): number {
  return trainableCount(eggholderNetwork(net))
}

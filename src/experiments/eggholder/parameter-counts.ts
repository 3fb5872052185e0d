import { sizeOf } from '../../layers/fans.ts'
import type { Network } from '../../training/network.ts'
import { entriesOf, parameterShapes, trainableCount } from '../../training/network-parameters.ts'
import { type EggholderNet, eggholderNetwork } from './networks.ts'
import { type NormalisedNets, type SubmittedNets, submittedNets } from './submitted-nets.ts'

/** How many parameters a net has by two counts. */
export interface CountedNet {
  readonly net: EggholderNet
  /** by Keras's `count_params()` */
  readonly counted: number
  /** those that gradient descent moves */
  readonly learned: number
}

/** Keras's `count_params()`: all that the layers keep, the moving statistics of batch normalisation too. */
export function countParams(network: Network): number {
  return entriesOf(parameterShapes(network)).reduce((sum, { value }) => sum + sizeOf(value), 0)
}

/** Both counts of each net of the notebook. */
export function countNets({ nets, normalised }: { nets: SubmittedNets; normalised: NormalisedNets }): CountedNet[] {
  return submittedNets(nets, normalised).map((net) => {
    const network = eggholderNetwork(net)
    return { net, counted: countParams(network), learned: trainableCount(network) }
  })
}

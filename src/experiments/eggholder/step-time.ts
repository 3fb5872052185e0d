import type { Laboratory } from '../../training/laboratory.ts'
import { startFrom } from '../../training/train-draws.ts'
import { StackedTraining } from '../../training/train-stacked.ts'
import { type Rounds, secondsInTurn } from '../seconds-in-turn.ts'
import { repetitionStream } from './experiment.ts'
import { type EggholderNet, eggholderNetwork } from './networks.ts'
import { drawnSplit } from './points.ts'
import { scaledSplit } from './scaled-split.ts'

/** Nets whose training steps are timed in turn. */
export interface TimedNets extends Rounds {
  readonly nets: readonly EggholderNet[]
  /** points of one step */
  readonly batchSize: number
}

/**
 * Times training steps of nets, one at a time, see `secondsInTurn`. Nothing is kept in the run store: the same
 * configuration takes another time the next time.
 *
 * @returns for each net the seconds of a step, one value for each round
 */
export async function timeNets(
  { nets, batchSize, ...rounds }: TimedNets,
  laboratory: Pick<Laboratory, 'seed' | 'engine'>,
): Promise<Float64Array[]> {
  await laboratory.engine()
  const stream = repetitionStream(laboratory.seed, 0)
  const { train } = scaledSplit(drawnSplit(stream.stream('points'), batchSize, 1))
  const optimizer = { learningRate: 0.01, momentum: 0.9, nesterov: true }
  const trainings = nets.map((net) => {
    const network = eggholderNetwork(net)
    const start = startFrom(network, stream.stream('training'))
    return new StackedTraining({ network, loss: 'mean squared error', optimizer }, batchSize, [train], [start], [])
  })
  return secondsInTurn(trainings, rounds)
}

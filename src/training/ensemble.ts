import type { LossName } from './loss.ts'
import type { Scores } from './metrics.ts'
import type { Network } from './network.ts'
import { evaluateStacked, predictStacked } from './network-evaluate.ts'
import type { Weights } from './network-parameters.ts'
import { type Trained, type TrainingConfiguration, type TrainingOptions, trainStacked } from './train.ts'
import type { Start } from './train-draws.ts'
import type { Examples } from './train-examples.ts'

/*
 * An ensemble is many nets of one shape that are trained side by side, as tensors with an axis of runs: a thousand tiny
 * nets cost little more operations than one. Each has its own weights, orders and masks, and its own examples if
 * wanted, and none sees another: net r ends as it would alone. Its layers are dense, batch normalisation and dropout.
 * It may have no nets at all, as after a filter that none passed.
 */

/** One set of examples for each net, in the order of the nets, or one that all share. */
export type Shared<T> = T | readonly T[]

/**
 * Trains an ensemble, see `train`.
 *
 * @param examples - all sets are of one size
 * @param starts - one for each net
 * @returns the nets in the order of the starts
 * @throws {RangeError} if the net has a layer that ensembles have not, or the parts do not fit together
 * @example await trainEnsemble(configuration, examples, runs.map((run) => startFrom(network, stream.stream('run', run))))
 */
export function trainEnsemble(
  configuration: TrainingConfiguration,
  examples: Shared<Examples>,
  starts: readonly Start[],
  { validation, progress }: TrainingOptions<Shared<Examples>> = {},
): Promise<Trained[]> {
  check(configuration.network)
  const unseen = validation === undefined ? undefined : listOf(validation)
  return trainStacked(configuration, listOf(examples), starts, [starts.length], unseen, progress)
}

/** The loss of each net, and its accuracy if they are classifiers, in evaluation mode. */
export function evaluateEnsemble(
  network: Network,
  loss: LossName,
  members: readonly Weights[],
  examples: Shared<Examples>,
): Promise<Scores[]> {
  check(network)
  return evaluateStacked(network, loss, members, listOf(examples), [members.length])
}

/**
 * What each net makes of inputs, in evaluation mode.
 *
 * @param inputs - [count, …input of the net] float32
 * @returns for each net [count, units of the output] float32
 */
export function predictEnsemble(
  network: Network,
  members: readonly Weights[],
  inputs: Shared<Float32Array>,
): Promise<Float32Array[]> {
  check(network)
  return predictStacked(network, members, inputs instanceof Float32Array ? [inputs] : inputs, [members.length])
}

function listOf<T extends object>(shared: Shared<T>): readonly T[] {
  return Array.isArray(shared) ? shared : [shared as T]
}

function check({ input, layers }: Network): void {
  const foreign = layers.find(({ kind }) => !['dense', 'batch normalisation', 'dropout'].includes(kind))
  if (foreign !== undefined || input.length !== 1) {
    throw new RangeError(
      `an ensemble has dense nets only, not one of [${input}] with ${foreign?.kind ?? 'such inputs'}`,
    )
  }
}

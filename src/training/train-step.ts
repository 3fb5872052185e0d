import * as tf from '@tensorflow/tfjs'
import type { LossName } from './loss.ts'
import { correctCount } from './metrics.ts'
import type { Network } from './network.ts'
import { isClassification } from './network-evaluate.ts'
import { type Batch, backpropagate } from './network-gradients.ts'
import { isTrainable, mapParameters, type NetworkParameters } from './network-parameters.ts'
import type { Masks, NetworkTensors } from './network-pass.ts'
import { descend, type Moving, type Sgd } from './sgd.ts'

/** What is trained, by which loss, and how it descends. */
export interface Objective {
  readonly network: Network
  readonly loss: LossName
  readonly optimizer: Sgd
}

/** A net, or an ensemble, in training: all that one step leaves to the next. */
export type TrainingState = NetworkParameters<Moving>

/** What a step says of its batch, measured before the parameters move. */
export interface StepScores {
  /** [] or [runs] */
  readonly loss: tf.Tensor
  /** [] or [runs], null if the net is no classifier */
  readonly correct: tf.Tensor | null
}

/** The state before the first step: no velocity yet. */
export function firstState({ optimizer }: Objective, parameters: NetworkTensors): TrainingState {
  return mapParameters(parameters, (parameter, name) => ({
    parameter,
    velocity: optimizer.momentum > 0 && isTrainable(name) ? tf.zerosLike(parameter) : null,
  }))
}

/**
 * One training step. It runs on the engine alone: nothing is read back.
 *
 * @param masks - one for each dropout layer
 * @returns new tensors; the caller disposes these and, once it wants it no more, the state given
 */
export function trainingStep(
  { network, loss, optimizer }: Objective,
  state: TrainingState,
  batch: Batch,
  masks: Masks,
): { readonly state: TrainingState; readonly scores: StepScores } {
  const { gradients, output, statistics, loss: value } = backpropagate(network, loss, parametersOf(state), batch, masks)
  return {
    state: mapParameters(state, (moving, name, layer) =>
      isTrainable(name)
        ? descend(optimizer, moving, gradients[layer]![name]!)
        : { parameter: statistics[layer]![name]!, velocity: null },
    ),
    scores: { loss: value, correct: isClassification(loss) ? correctCount(batch.targets, output) : null },
  }
}

export function parametersOf(state: TrainingState): NetworkTensors {
  return mapParameters(state, ({ parameter }) => parameter)
}

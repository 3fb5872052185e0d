import * as tf from '@tensorflow/tfjs'
import { type LossName, losses } from './loss.ts'
import type { Network } from './network.ts'
import { entriesOf, isTrainable, mapParameters, type NetworkParameters } from './network-parameters.ts'
import { type Masks, type NetworkTensors, pass } from './network-pass.ts'

/** Examples on the engine, of each net its own. */
export interface Batch {
  /** [(runs,) batch, …input of the net] float32 */
  readonly inputs: tf.Tensor
  /** [(runs,) batch, units of the output] float32 */
  readonly targets: tf.Tensor
}

/** The loss of a batch and its derivatives. */
export interface Backpropagation {
  /** [] or [runs], averaged over the batch */
  readonly loss: tf.Tensor
  /** of each trainable parameter, and of its shape: those of a net are of that net's loss */
  readonly gradients: NetworkTensors
  /** the net's output in training: [(runs,) batch, units] */
  readonly output: tf.Tensor
  /** the moving statistics after this batch */
  readonly statistics: NetworkTensors
}

/**
 * Passes a batch through a net in training and takes the gradients of its loss.
 *
 * @param masks - one for each dropout layer
 * @returns tensors that the caller disposes, or its tf.tidy
 */
export function backpropagate(
  network: Network,
  loss: LossName,
  parameters: NetworkTensors,
  { inputs, targets }: Batch,
  masks: Masks,
): Backpropagation {
  const trainable = entriesOf(parameters).filter(({ name }) => isTrainable(name))
  let kept: { readonly output: tf.Tensor; readonly statistics: NetworkTensors } | undefined
  // The nets of an ensemble share no parameter, so the gradient of the sum of their losses is each net's own.
  const { value, grads } = tf.valueAndGrads(() => {
    const { outputs, statistics } = pass(network, parameters, inputs, masks)
    // Only the loss may leave this function, so what else is wanted is kept by hand.
    kept = { output: tf.keep(outputs.at(-1)!), statistics: mapParameters(statistics, (moved) => tf.keep(moved)) }
    return losses[loss](targets, kept.output)
  })(trainable.map(({ value }) => value))
  const gradients: Partial<Record<string, tf.Tensor>>[] = parameters.map(() => ({}))
  for (const [index, { layer, name }] of trainable.entries()) gradients[layer]![name] = grads[index]!
  return {
    loss: value,
    gradients: gradients as NetworkParameters<tf.Tensor>,
    output: handOver(kept!.output),
    statistics: mapParameters(kept!.statistics, handOver),
  }
}

/** Turns a kept tensor into one that the scope of the caller disposes. */
function handOver(kept: tf.Tensor): tf.Tensor {
  const tensor = tf.clone(kept)
  kept.dispose()
  return tensor
}

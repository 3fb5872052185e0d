import type { LossName } from '../../../src/training/loss.ts'
import type { Network } from '../../../src/training/network.ts'
import type { LayerParameters, NetworkParameters } from '../../../src/training/network-parameters.ts'
import { type Field, sizeOf, type Twin, type Values } from './field.ts'
import { layerTwin } from './layer.ts'
import { lossTwins } from './loss.ts'

export type TwinParameters = NetworkParameters<Values>

/** Masks by the place of their dropout layer. */
export type TwinMasks = ReadonlyMap<number, Values>

/** Examples of one net. */
export interface TwinBatch {
  readonly inputs: Field
  readonly targets: Values
}

/** A net's loss and output, and the loss's derivatives in its parameters and in what it was given. */
export interface TwinGradients {
  readonly loss: number
  readonly output: Field
  /** the trainable parameters */
  readonly gradients: NetworkParameters<Float64Array>
  readonly input: Float64Array
}

/** Passes a batch through a net in training, there and back. */
export function backpropagate(
  network: Network,
  loss: LossName,
  parameters: TwinParameters,
  { inputs, targets }: TwinBatch,
  masks: TwinMasks,
): TwinGradients {
  const twins: Twin[] = []
  let output = inputs
  for (const [index, layer] of network.layers.entries()) {
    twins.push(layerTwin(layer, parameters[index]!, output, { mask: masks.get(index) }))
    output = twins.at(-1)!.output
  }
  const { value, derivatives } = lossTwins[loss](targets, output)
  const gradients: LayerParameters<Float64Array>[] = []
  let after = derivatives
  for (const twin of twins.toReversed()) {
    const { input, parameters } = twin.back(after)
    gradients.unshift(parameters)
    after = input
  }
  return { loss: value, output, gradients, input: after }
}

/**
 * What a net makes of its inputs in evaluation.
 *
 * @param inputs - [count, …input of the net]
 * @returns [count, units of the output]
 */
export function evaluate({ input, layers }: Network, parameters: TwinParameters, inputs: Values): Values {
  let x: Field = { shape: [inputs.length / sizeOf(input), ...input], values: inputs }
  for (const [index, layer] of layers.entries()) x = layerTwin(layer, parameters[index]!, x, 'evaluation').output
  return x.values
}

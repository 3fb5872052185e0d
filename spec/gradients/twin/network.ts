import type { LossName } from '../../../src/training/loss.ts'
import type { Network } from '../../../src/training/network.ts'
import type { LayerParameters, NetworkParameters } from '../../../src/training/network-parameters.ts'
import { exactly, type Field, type Round, sizeOf, type Twin, type Values } from './field.ts'
import { layerTwin } from './layer.ts'
import { lossTwins } from './loss.ts'

export type TwinParameters = NetworkParameters<Values>

/** Masks by the place of their dropout layer. */
export type TwinMasks = ReadonlyMap<number, Field>

/** Examples of one net. */
export interface TwinBatch {
  readonly inputs: Field
  readonly targets: Values
}

/** A net's loss and output, and the loss's derivatives in its parameters. */
export interface TwinGradients {
  readonly loss: number
  readonly output: Values
  /** of the trainable parameters */
  readonly gradients: NetworkParameters<Values>
}

/**
 * Passes a batch through a net in training, there and back.
 *
 * @param round - what becomes of each array of numbers that is kept on the way; nothing by default
 */
export function backpropagate(
  network: Network,
  loss: LossName,
  parameters: TwinParameters,
  batch: TwinBatch,
  masks: TwinMasks,
  round: Round = exactly,
): TwinGradients {
  const { twins, output } = forward(network, parameters, batch.inputs, masks, round)
  const { value, derivatives } = lossTwins[loss](batch.targets, output)
  const gradients: LayerParameters<Values>[] = []
  let after: Values = round(derivatives)
  for (const twin of twins.toReversed()) {
    const { input, parameters } = twin.back(after)
    gradients.unshift(parameters)
    after = round(input)
  }
  return { loss: value, output: output.values, gradients }
}

/** What each layer gives in training. */
export function layerOutputs(network: Network, parameters: TwinParameters, inputs: Field, masks: TwinMasks): Field[] {
  return forward(network, parameters, inputs, masks, exactly).twins.map(({ output }) => output)
}

/** The loss of a batch in training. */
export function lossOf(
  network: Network,
  loss: LossName,
  parameters: TwinParameters,
  { inputs, targets }: TwinBatch,
  masks: TwinMasks,
): number {
  return lossTwins[loss](targets, forward(network, parameters, inputs, masks, exactly).output).value
}

function forward(network: Network, parameters: TwinParameters, inputs: Field, masks: TwinMasks, round: Round) {
  const twins: Twin[] = []
  let output: Field = { ...inputs, values: round(inputs.values) }
  for (const [index, layer] of network.layers.entries()) {
    const given: Record<string, Values> = {}
    for (const [name, values] of Object.entries(parameters[index]!)) given[name] = round(values)
    const twin = layerTwin(layer, given, output, { mask: masks.get(index)?.values, round })
    twins.push(twin)
    output = { ...twin.output, values: round(twin.output.values) }
  }
  return { twins, output }
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

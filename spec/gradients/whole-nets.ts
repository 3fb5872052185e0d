import * as tf from '@tensorflow/tfjs'
import { backpropagate } from '../../src/training/network-gradients.ts'
import { entriesOf, type NetworkParameters, type ParameterName } from '../../src/training/network-parameters.ts'
import { disposeTensors, type RunsAxis, stackWeights, uploadWeights } from '../../src/training/network-tensors.ts'
import type { DrawnNet } from './drawn-net.ts'
import { read } from './on-engine.ts'
import { type Field, partOf, type Round, type Values } from './twin/field.ts'
import { backpropagate as backpropagateTwin } from './twin/network.ts'

/** What a net gives in training: its loss, its output, and the gradient of each parameter, by name. */
export type NetValues = ReadonlyMap<string, Values>

/** What the float64 twin of a net gives. */
export function valuesOfTwin({ network, loss, weights, batch, masks }: DrawnNet, round?: Round): NetValues {
  const twin = backpropagateTwin(network, loss, weights, batch, masks, round)
  return named([twin.loss], twin.output, twin.gradients)
}

/**
 * What nets of one shape give on the engine that is open.
 *
 * @param runs - none for a net alone; as an ensemble nets have the axis of runs
 */
export async function valuesOnEngine(nets: readonly DrawnNet[], runs: RunsAxis): Promise<NetValues[]> {
  const [{ network, loss, masks }] = nets as readonly [DrawnNet]
  const weights = nets.map((net) => net.weights)
  const parameters = uploadWeights(network, stackWeights(network, weights), runs)
  const results = tf.tidy(() => {
    const stacked = (of: (net: DrawnNet) => Field) => {
      const fields = nets.map(of)
      return tf.tensor(
        Float32Array.from(fields.flatMap(({ values }) => Array.from(values))),
        [...runs, ...fields[0]!.shape],
        'float32',
      )
    }
    const batch = { inputs: stacked((net) => net.batch.inputs), targets: stacked(targetsOf) }
    const drawn = Array.from(masks.keys(), (index) => [index, stacked((net) => net.masks.get(index)!)] as const)
    const { loss: value, output, gradients } = backpropagate(network, loss, parameters, batch, new Map(drawn))
    return [...named(value, output, gradients)]
  })
  disposeTensors(parameters)
  const values = await read(results.map(([, tensor]) => tensor))
  return nets.map(
    (_, run) => new Map(results.map(([name], index) => [name, partOf(values[index]!, nets.length, run)] as const)),
  )
}

/** What a net gives alone. */
export async function valuesAlone(net: DrawnNet): Promise<NetValues> {
  return (await valuesOnEngine([net], []))[0]!
}

function targetsOf({ batch: { inputs, targets } }: DrawnNet): Field {
  const [examples] = inputs.shape as [number]
  return { shape: [examples, targets.length / examples], values: targets }
}

function named<T>(loss: T, output: T, gradients: NetworkParameters<T>): ReadonlyMap<string, T> {
  const ofLayers = entriesOf(gradients).map(({ layer, name, value }) => {
    return [gradientName(layer, name), value] as const
  })
  return new Map([['the loss', loss], ['the output', output], ...ofLayers])
}

/** The name of a gradient among the values of a net. */
export function gradientName(layer: number, name: ParameterName): string {
  return `the gradient of the ${name} of layer ${layer}`
}

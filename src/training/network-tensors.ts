import * as tf from '@tensorflow/tfjs'
import { sizeOf } from '../layers/fans.ts'
import type { Network } from './network.ts'
import { entriesOf, mapParameters, parameterShapes, type Weights } from './network-parameters.ts'
import type { NetworkTensors } from './network-pass.ts'

/** What every shape begins with: nothing for a net alone, the count of runs for an ensemble. */
export type RunsAxis = readonly [] | readonly [runs: number]

/**
 * The weights of nets of one shape, one net after the other in each array.
 *
 * @throws {RangeError} if a net lacks a parameter, or has one of another size
 */
export function stackWeights(network: Network, members: readonly Weights[]): Weights {
  return mapParameters(parameterShapes(network), (shape, name, layer) => {
    const size = sizeOf(shape)
    const stacked = new Float32Array(members.length * size)
    for (const [run, weights] of members.entries()) {
      const values = weights[layer]?.[name]
      if (values?.length !== size) {
        throw new RangeError(
          `layer ${layer} of net ${run} has ${values?.length ?? 'no'} values of ${name}, not ${size}`,
        )
      }
      stacked.set(values, run * size)
    }
    return stacked
  })
}

/** Puts stacked weights on the engine. The caller disposes the tensors. */
export function uploadWeights(network: Network, stacked: Weights, runs: RunsAxis): NetworkTensors {
  return mapParameters(parameterShapes(network), (shape, name, layer) =>
    tf.tensor(stacked[layer]![name]!, [...runs, ...(shape.length === 1 ? [1, ...shape] : shape)]),
  )
}

/** Reads the weights of each net back from the engine, into arrays of their own. */
export async function downloadWeights(tensors: NetworkTensors, runs: RunsAxis): Promise<Weights[]> {
  const entries = entriesOf(tensors)
  const values = await Promise.all(entries.map(({ value }) => value.data<'float32'>()))
  const count = runs[0] ?? 1
  return Array.from({ length: count }, (_, run) => {
    let next = 0
    return mapParameters(tensors, () => {
      const stacked = values[next++]!
      const size = stacked.length / count
      return stacked.slice(run * size, (run + 1) * size)
    })
  })
}

/** Disposes every tensor of a net. */
export function disposeTensors(tensors: NetworkTensors): void {
  for (const { value } of entriesOf(tensors)) value.dispose()
}

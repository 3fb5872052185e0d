import { sizeOf } from '../../../src/layers/fans.ts'
import { float32Training, type Tolerance } from '../../../src/tolerances.ts'
import { type Network, shapesOf } from '../../../src/training/network.ts'
import { entriesOf, mapParameters, parameterShapes, type Weights } from '../../../src/training/network-parameters.ts'
import { type Trained, type TrainingConfiguration, train } from '../../../src/training/train.ts'
import type { Draws } from '../../../src/training/train-draws.ts'
import type { Examples } from '../../../src/training/train-examples.ts'
import { differences, largest } from './differences.ts'
import type { GoldenTraining } from './golden.ts'

/** What Keras trained: for `train`, and for `trainEnsemble`. */
export function trainingOf(golden: GoldenTraining) {
  const { network, loss, optimizer, batchSize, evaluation } = golden
  const examples = (of: { inputs: number[]; targets: number[] }): Examples => ({
    inputs: Float32Array.from(of.inputs),
    targets: Float32Array.from(of.targets),
  })
  const weights = mapParameters(golden.firstWeights, (values) => Float32Array.from(values))
  return {
    configuration: { network, loss, optimizer, batchSize, epochs: 1 },
    examples: examples(golden),
    start: { weights, draws: () => givenDraws(golden) },
    validation: examples(evaluation),
  }
}

/** Trains as Keras did: from its first weights, its batches in their order, its masks. */
export function replay(golden: GoldenTraining, changed: Partial<TrainingConfiguration> = {}): Promise<Trained> {
  const { configuration, examples, start, validation } = trainingOf(golden)
  return train({ ...configuration, ...changed }, examples, start, { validation })
}

/** The examples in their order, and the masks that were given to Keras. */
function givenDraws({ masks }: GoldenTraining): Draws {
  const steps = new Map<number, number>()
  return {
    order: (_epoch, count) => Int32Array.from({ length: count }, (_, index) => index),
    mask: (layer) => {
      const step = steps.get(layer) ?? 0
      steps.set(layer, step + 1)
      return Float32Array.from(masks[layer]![step]!)
    },
  }
}

/** Where trained weights differ from Keras's: a line for each value. */
export function differencesOf(weights: Weights, golden: GoldenTraining): string[] {
  const expected = entriesOf(golden.weights)
  return entriesOf(weights).flatMap(({ layer, name, value }, index) => {
    const wanted = expected[index]!
    const tolerance = toleranceOf(golden, largest(wanted.value))
    return differences(value, wanted.value, tolerance).map((line) => `${layer} ${name} ${line}`)
  })
}

/** @param size - the largest absolute value that is compared; values below 1 stand beside others that are not */
export function toleranceOf({ network, batchSize, inputs }: GoldenTraining, size: number): Tolerance {
  const steps = Math.ceil(inputs.length / sizeOf(network.input) / batchSize)
  return float32Training(steps, roundingsOf(network, batchSize), Math.max(size, 1))
}

/**
 * The operations in a row of one step: a layer sums over its inputs there, over its units and, for its own parameters,
 * over the batch on the way back; batch normalisation sums over the batch four times.
 */
function roundingsOf(network: Network, batchSize: number): number {
  const shapes = shapesOf(network)
  return parameterShapes(network).reduce((sum, { kernel, gamma }, layer) => {
    const rows = batchSize * sizeOf(shapes[layer + 1]!.slice(0, -1))
    if (gamma) return sum + 4 * (rows + 8)
    if (!kernel) return sum + 2
    return sum + sizeOf(kernel.slice(0, -1)) + sizeOf(kernel) / kernel.at(-2)! + rows + 8
  }, 0)
}

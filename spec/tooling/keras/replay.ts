import * as tf from '@tensorflow/tfjs'
import { sizeOf } from '../../../src/layers/fans.ts'
import { float32Training, type Tolerance } from '../../../src/tolerances.ts'
import { type Network, shapesOf } from '../../../src/training/network.ts'
import { entriesOf, mapParameters, parameterShapes, type Weights } from '../../../src/training/network-parameters.ts'
import { pass } from '../../../src/training/network-pass.ts'
import { uploadWeights } from '../../../src/training/network-tensors.ts'
import { type Trained, type TrainingConfiguration, train } from '../../../src/training/train.ts'
import type { Draws } from '../../../src/training/train-draws.ts'
import type { Examples } from '../../../src/training/train-examples.ts'
import { differences, largest } from './differences.ts'
import type { GivenTraining, GoldenDigest, GoldenTraining } from './golden.ts'

/** What Keras trained: for `train`, and for `trainEnsemble`. */
export function trainingOf(golden: GivenTraining) {
  const { network, loss, optimizer, batchSize, evaluation } = golden
  const examples = (of: Pick<GivenTraining, 'inputs' | 'targets'>): Examples => ({
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
export function replay(golden: GivenTraining, changed: Partial<TrainingConfiguration> = {}): Promise<Trained> {
  const { configuration, examples, start, validation } = trainingOf(golden)
  return train({ ...configuration, ...changed }, examples, start, { validation })
}

/** What the net makes of the first batch in training mode, with its first weights and masks: [batch, units]. */
export function firstPass(given: GivenTraining): tf.Tensor {
  const { configuration, examples, start } = trainingOf(given)
  const { network, batchSize } = configuration
  const shapes = shapesOf(network).map((shape) => [batchSize, ...shape])
  const draws = start.draws()
  const masks = new Map(
    network.layers.flatMap((layer, index) => {
      if (layer.kind !== 'dropout') return []
      return [[index, tf.tensor(draws.mask(index, layer.rate, sizeOf(shapes[index]!)), shapes[index]!)]]
    }),
  )
  const batch = tf.tensor(examples.inputs.subarray(0, sizeOf(shapes[0]!)), shapes[0]!)
  return pass(network, uploadWeights(network, start.weights, []), batch, masks).outputs.at(-1)!
}

/** The examples in their order, and the masks that were given to Keras. */
function givenDraws({ masks }: GivenTraining): Draws {
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

/**
 * Where trained weights differ from what was kept of Keras's: a line for each value and each sum. The errors of the values
 * are of either sign, so they add up like a random walk; that of a square is twice the value times as large.
 */
export function digestDifferencesOf(
  weights: Weights,
  given: GivenTraining,
  digests: readonly GoldenDigest[],
): string[] {
  return entriesOf(weights).flatMap(({ layer, name, value }, index) => {
    const { stride, values, sum, sumOfSquares } = digests[index]!
    const size = largest(values)
    const sizeOfSum = Math.sqrt(value.length) * Math.max(size, 1)
    const kept = value.filter((_, place) => place % stride === 0)
    const total = value.reduce((all, one) => all + one, 0)
    const totalOfSquares = value.reduce((all, one) => all + one ** 2, 0)
    const compare = (what: string, got: ArrayLike<number>, wanted: readonly number[], largestCompared: number) =>
      differences(got, wanted, toleranceOf(given, largestCompared)).map((line) => `${layer} ${name} ${what} ${line}`)
    return [
      ...compare('values', kept, values, size),
      ...compare('sum', [total], [sum], sizeOfSum),
      ...compare('sum of squares', [totalOfSquares], [sumOfSquares], 2 * size * sizeOfSum),
    ]
  })
}

/** @param size - the largest absolute value that is compared; values below 1 stand beside others that are not */
export function toleranceOf({ network, batchSize, inputs }: GivenTraining, size: number): Tolerance {
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

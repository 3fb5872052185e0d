import * as tf from '@tensorflow/tfjs'
import { sizeOf } from '../../../src/layers/fans.ts'
import { float32Training, type Tolerance, tensorflowTanhRoundings } from '../../../src/tolerances.ts'
import { type Network, shapesOf } from '../../../src/training/network.ts'
import { entriesOf, mapParameters, parameterShapes, type Weights } from '../../../src/training/network-parameters.ts'
import { type Masks, pass } from '../../../src/training/network-pass.ts'
import { uploadWeights } from '../../../src/training/network-tensors.ts'
import { type Trained, type TrainingConfiguration, train } from '../../../src/training/train.ts'
import type { Draws } from '../../../src/training/train-draws.ts'
import type { Examples } from '../../../src/training/train-examples.ts'
import { differences, largest } from './differences.ts'
import type { GivenSteps, GivenTraining, GoldenTraining } from './golden.ts'

/** What Keras trained: for `train`, and for `trainEnsemble`. */
export function trainingOf(golden: GivenTraining) {
  return { ...stepsOf(golden), validation: float32(golden.evaluation) }
}

/** The same without what is evaluated. */
export function stepsOf(golden: GivenSteps) {
  const { network, loss, optimizer, batchSize } = golden
  return {
    configuration: { network, loss, optimizer, batchSize, epochs: 1 },
    examples: float32(golden),
    start: { weights: givenWeights(golden), draws: () => givenDraws(golden) },
  }
}

export function givenWeights({ firstWeights }: Pick<GivenSteps, 'firstWeights'>): Weights {
  return mapParameters(firstWeights, (values) => Float32Array.from(values))
}

function float32({ inputs, targets }: Pick<GivenSteps, 'inputs' | 'targets'>): Examples {
  return { inputs: Float32Array.from(inputs), targets: Float32Array.from(targets) }
}

/** Trains as Keras did: from its first weights, its batches in their order, its masks. */
export function replay(golden: GivenTraining, changed: Partial<TrainingConfiguration> = {}): Promise<Trained> {
  const { configuration, examples, start, validation } = trainingOf(golden)
  return train({ ...configuration, ...changed }, examples, start, { validation })
}

/** What the net makes of the first batch in training mode, with its first weights and masks: [batch, units]. */
export function firstPass(given: GivenTraining): tf.Tensor {
  const { network, batchSize, inputs } = given
  const shape = [batchSize, ...network.input]
  const batch = tf.tensor(Float32Array.from(inputs).subarray(0, sizeOf(shape)), shape)
  return pass(network, uploadWeights(network, givenWeights(given), []), batch, masksOf(given, 0)).outputs.at(-1)!
}

/** The masks of a step, counted from 0, on the engine. */
export function masksOf({ network, masks }: Pick<GivenSteps, 'network' | 'masks'>, step: number): Masks {
  const shapes = shapesOf(network)
  const tensorOf = (layer: number) => {
    const mask = Float32Array.from(masks[layer]![step]!)
    return tf.tensor(mask, [mask.length / sizeOf(shapes[layer]!), ...shapes[layer]!])
  }
  return new Map(Object.keys(masks).map((layer) => [Number(layer), tensorOf(Number(layer))]))
}

/** The examples in their order, and the masks that were given to Keras. */
function givenDraws({ masks }: GivenSteps): Draws {
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
 * Of a training on the engine that is open.
 *
 * @param size - the largest absolute value that is compared; values below 1 stand beside others that are not
 */
export function toleranceOf({ network, batchSize, inputs }: GivenTraining, size: number): Tolerance {
  const steps = Math.ceil(inputs.length / sizeOf(network.input) / batchSize)
  return float32Training(steps, roundingsOf(network, batchSize), Math.max(size, 1), worstRoundings(network))
}

/** The error of the net's least accurate operation on the engine that is open, in roundings. */
export function worstRoundings({ layers }: Network): number {
  const tanh = layers.some((layer) => 'activation' in layer && layer.activation === 'tanh')
  return tanh && tf.getBackend() === 'tensorflow' ? tensorflowTanhRoundings : 1
}

/**
 * The operations in a row of one step: a layer sums over its inputs there, over its units and, for its own parameters,
 * over the batch on the way back; batch normalisation sums over the batch four times.
 */
export function roundingsOf(network: Network, batchSize: number): number {
  const shapes = shapesOf(network)
  return parameterShapes(network).reduce((sum, { kernel, gamma }, layer) => {
    const rows = batchSize * sizeOf(shapes[layer + 1]!.slice(0, -1))
    if (gamma) return sum + 4 * (rows + 8)
    if (!kernel) return sum + 2
    return sum + sizeOf(kernel.slice(0, -1)) + sizeOf(kernel) / kernel.at(-2)! + rows + 8
  }, 0)
}

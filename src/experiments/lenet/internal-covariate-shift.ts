import { setImmediate as otherTasks } from 'node:timers/promises'
import * as tf from '@tensorflow/tfjs'
import { sizeOf } from '../../layers/fans.ts'
import { announceProgress } from '../../training/announce-progress.ts'
import { engineKey } from '../../training/engine-key.ts'
import type { Laboratory } from '../../training/laboratory.ts'
import { type Network, shapesOf } from '../../training/network.ts'
import type { Batch } from '../../training/network-gradients.ts'
import type { NetworkTensors } from '../../training/network-pass.ts'
import { disposeTensors, stackWeights, uploadWeights } from '../../training/network-tensors.ts'
import { ProgressReport } from '../../training/progress.ts'
import type { RunRequest } from '../../training/run-store.ts'
import { sourceDigest } from '../../training/source-digest.ts'
import type { Examples } from '../../training/train-examples.ts'
import { firstState, type Objective, parametersOf, trainingStep } from '../../training/train-step.ts'
import { examplesOf, pickDigits, pixelStatistics } from './examples.ts'
import { type Arm, trainingDigits } from './experiment.ts'
import { type GradientShift, gradientShift, laterGradients } from './gradient-shift.ts'
import { inputShift } from './input-shift.ts'
import { layerInputs, placesOfLaterLayers } from './layer-inputs.ts'
import type { Mnist } from './mnist/mnist.ts'
import { lenet } from './networks.ts'
import { startOf } from './start.ts'

/** The digest of the data is that of the published files: what makes arrays of them counts as code. */
const sources = [sourceDigest(import.meta.url), sourceDigest(new URL('mnist/mnist.ts', import.meta.url))].join(' ')

/** How a LeNet-5 without dropout is trained while its internal covariate shift is measured. */
export interface ShiftTraining {
  /** each on images that the training has not seen before */
  readonly steps: number
  readonly batchSize: number
  readonly learningRate: number
  /** steps from one measured step to the next; the first `every` − 1 are not measured */
  readonly every: number
  /** further images of the training set, on which the distributions are taken */
  readonly probeImages: number
}

/** One such training. */
export interface ShiftConfiguration extends Arm, ShiftTraining {}

/** What one step does to one layer. */
export interface LayerShift {
  /** by the definition of Ioffe & Szegedy, in standard deviations: see `inputShift` */
  readonly input: number
  /** by the definition of Santurkar et al. */
  readonly gradient: GradientShift
}

/** What one step does to the later layers. */
export interface StepShift {
  /** counted from 1 */
  readonly step: number
  /** in the order of `laterLayers` */
  readonly layers: readonly LayerShift[]
}

/** The internal covariate shift of one training, for the run store: measured once for both definitions. */
export async function shiftRun(
  configuration: ShiftConfiguration,
  laboratory: Pick<Laboratory, 'seed' | 'engine'>,
  mnist: Mnist,
): Promise<RunRequest<StepShift[]>> {
  const { seed } = laboratory
  const engine = await engineKey(laboratory)
  const experiment = `internal covariate shift ${configuration.variant}`
  return {
    key: { experiment, sources, configuration, seed, engine, data: mnist.digest },
    train: () => measureShifts(configuration, seed, mnist),
  }
}

async function measureShifts(configuration: ShiftConfiguration, seed: string, mnist: Mnist): Promise<StepShift[]> {
  const { variant, scaling, repetition, steps, batchSize, learningRate, every, probeImages } = configuration
  const network = lenet(variant)
  const optimizer = { learningRate, momentum: 0, nesterov: false }
  const objective: Objective = { network, loss: 'softmax cross-entropy', optimizer }
  if (steps * batchSize + probeImages > mnist.train.count) {
    throw new RangeError(
      `${steps * batchSize} images to train on and ${probeImages} to probe are more than ${mnist.train.count}`,
    )
  }
  const statistics = pixelStatistics(mnist.train)
  const digits = trainingDigits(steps * batchSize + probeImages, seed, mnist)
  const batchOf = (places: Int32Array) =>
    batchFrom(examplesOf(pickDigits(digits, places), scaling, statistics), network)
  const { weights, draws } = startOf(network, repetition, seed)
  const order = draws().order(0, steps * batchSize)
  const report = new ProgressReport(1, steps, announceProgress(`internal covariate shift, ${variant}`))

  const probe = batchOf(Int32Array.from({ length: probeImages }, (_, index) => steps * batchSize + index))
  let parameters = uploadWeights(network, stackWeights(network, [weights]), [])
  const shifts: StepShift[] = []
  for (let step = 1; step <= steps; step++) {
    const batch = batchOf(order.subarray((step - 1) * batchSize, step * batchSize))
    const moved = descended(objective, parameters, batch)
    if (step % every === 0) {
      shifts.push({ step, layers: await layerShifts(network, parameters, moved, batch, probe.inputs) })
    }
    disposeTensors(parameters)
    tf.dispose([batch.inputs, batch.targets])
    parameters = moved
    // An engine in this process leaves no gap between steps in which timers and messages could be served.
    if (report.step()) await otherTasks()
  }
  disposeTensors(parameters)
  tf.dispose([probe.inputs, probe.targets])
  return shifts
}

/**
 * What a step does to each later layer, by both definitions.
 *
 * @param before - the parameters before the step
 * @param after - those after it
 * @param batch - that of the step, by whose loss the gradients are
 * @param probe - the images on which the distributions are taken, [images, 28, 28, 1] float32
 */
export async function layerShifts(
  network: Network,
  before: NetworkTensors,
  after: NetworkTensors,
  batch: Batch,
  probe: tf.Tensor,
): Promise<LayerShift[]> {
  const units = shapesOf(network)
  const places = placesOfLaterLayers(network)
  const inputs = [
    await valuesOf(layerInputs(network, before, probe)),
    await valuesOf(layerInputs(network, after, probe)),
  ]
  const gradients = [
    await valuesOf(laterGradients(network, before, before, batch)),
    await valuesOf(laterGradients(network, after, before, batch)),
  ]
  return places.map((place, layer) => ({
    input: inputShift(inputs[0]![layer]!, inputs[1]![layer]!, units[place]!.at(-1)!),
    gradient: gradientShift(gradients[0]![layer]!, gradients[1]![layer]!),
  }))
}

/** The parameters after one step of descent without momentum. */
function descended(objective: Objective, parameters: NetworkTensors, batch: Batch): NetworkTensors {
  return tf.tidy(() => {
    const { state } = trainingStep(objective, firstState(objective, parameters), batch, new Map())
    return [...parametersOf(state)]
  })
}

function batchFrom({ inputs, targets }: Examples, { input }: Network): Batch {
  const count = inputs.length / sizeOf(input)
  return { inputs: tf.tensor(inputs, [count, ...input]), targets: tf.tensor(targets, [count, targets.length / count]) }
}

/** Reads tensors and disposes them. */
async function valuesOf(tensors: readonly tf.Tensor[]): Promise<Float32Array[]> {
  const values = await Promise.all(tensors.map((tensor) => tensor.data<'float32'>()))
  for (const tensor of tensors) tensor.dispose()
  return values
}

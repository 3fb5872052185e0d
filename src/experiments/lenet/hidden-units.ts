import type { Laboratory } from '../../training/laboratory.ts'
import { predict } from '../../training/network-evaluate.ts'
import type { Weights } from '../../training/network-parameters.ts'
import { genuineMnist, trainArms } from './comparison.ts'
import { examplesOf, pixelStatistics } from './examples.ts'
import type { Arm, LenetTraining } from './experiment.ts'
import { lenet, type Variant } from './networks.ts'

/** F6, LeNet-5's last hidden layer, has so many units. */
export const unitsOfF6 = 84

/** A trained net, and what its output layer receives from the units of F6 for each test image. */
export interface HiddenUnits {
  readonly variant: Variant
  /** [test images, 84] */
  readonly outputs: Float32Array
  readonly weights: Weights
}

/** Several specs and their twins look at the same nets, each of which takes a second to pass all test images. */
const passed = new WeakMap<Weights, Promise<Float32Array>>()

/**
 * Trains nets on genuine MNIST and passes the test images through them.
 *
 * @throws as `compareNets` does
 */
export async function hiddenUnits(
  arms: readonly Arm[],
  training: LenetTraining,
  laboratory: Laboratory,
): Promise<HiddenUnits[]> {
  const trained = await trainArms(arms, training, laboratory)
  const mnist = await genuineMnist(laboratory)
  const statistics = pixelStatistics(mnist.train)
  const units: HiddenUnits[] = []
  for (const [index, { variant, scaling }] of arms.entries()) {
    const { weights } = trained[index]!
    const outputs =
      passed.get(weights) ?? outputsOfF6(variant, weights, examplesOf(mnist.test, scaling, statistics).inputs)
    passed.set(weights, outputs)
    units.push({ variant, outputs: await outputs, weights })
  }
  return units
}

/**
 * What the output layer receives from the units of F6, in evaluation mode: behind batch normalisation if there is one,
 * and with nothing dropped.
 *
 * @param inputs - [images, 28, 28, 1] float32
 * @returns [images, 84] float32
 */
export function outputsOfF6(variant: Variant, weights: Weights, inputs: Float32Array): Promise<Float32Array> {
  const { layers, ...net } = lenet(variant)
  return predict({ ...net, layers: layers.slice(0, -1) }, weights.slice(0, -1), inputs)
}

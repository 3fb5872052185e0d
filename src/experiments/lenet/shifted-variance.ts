import { randomStream } from '../../random/stream.ts'
import type { Laboratory } from '../../training/laboratory.ts'
import { predict } from '../../training/network-evaluate.ts'
import { type Answers, answersOf } from './answers.ts'
import { genuineMnist, trainArms } from './comparison.ts'
import { examplesOf, pixelStatistics } from './examples.ts'
import { type Arm, type LenetTraining, trainingDigits } from './experiment.ts'
import { lenet } from './networks.ts'
import { recalibrated } from './recalibration.ts'
import { type VarianceShift, varianceShifts } from './variance-shift.ts'

/** A trained net with batch normalisation, whose inputs are looked at. */
export interface ShiftedVariance extends LenetTraining {
  readonly arm: Arm
  /** test images that the variances are taken over, in batches of the training's size */
  readonly images: number
}

/**
 * Trains a net on genuine MNIST and takes the variances that its batch normalisations meet, on test images.
 *
 * @throws as `trainArms` does
 */
export async function measureVarianceShift(
  { arm, images, ...training }: ShiftedVariance,
  laboratory: Laboratory,
): Promise<VarianceShift[]> {
  const mnist = await genuineMnist(laboratory)
  const [net] = await trainArms([arm], training, laboratory)
  const network = lenet(arm.variant)
  const { inputs } = examplesOf(mnist.test, arm.scaling, pixelStatistics(mnist.train))
  const some = inputs.subarray(0, (images * inputs.length) / mnist.test.count)
  const stream = randomStream(laboratory.seed, 'lenet', 'variance shift')
  return varianceShifts(network, net!.weights, some, training.batchSize, stream)
}

/** A trained net whose moving statistics are taken anew. */
export interface Recalibration extends LenetTraining {
  readonly arm: Arm
  /** images of the training that the statistics are taken from */
  readonly images: number
  /** another net, which stands in for that with statistics taken anew; null for none */
  readonly instead: Arm | null
}

/**
 * What a trained net makes of the test images with moving statistics taken with nothing dropped, and with its own.
 *
 * @throws as `trainArms` does
 */
export async function recalibrate(
  { arm, images, instead, ...training }: Recalibration,
  laboratory: Laboratory,
): Promise<{ readonly anew: Answers; readonly asTrained: Answers }> {
  const mnist = await genuineMnist(laboratory)
  const [net, other] = await trainArms(instead === null ? [arm] : [arm, instead], training, laboratory)
  if (other !== undefined) return { anew: other.test, asTrained: net!.test }
  const network = lenet(arm.variant)
  const statistics = pixelStatistics(mnist.train)
  const some = examplesOf(trainingDigits(images, laboratory.seed, mnist), arm.scaling, statistics)
  const weights = await recalibrated(network, net!.weights, some.inputs)
  const tests = examplesOf(mnist.test, arm.scaling, statistics)
  return { anew: answersOf(await predict(network, weights, tests.inputs), mnist.test.labels), asTrained: net!.test }
}

import { describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { answersOf } from '../../src/experiments/lenet/answers.ts'
import { assigned, submitted } from '../../src/experiments/lenet/arms.ts'
import type { Arm } from '../../src/experiments/lenet/experiment.ts'
import { lenet } from '../../src/experiments/lenet/networks.ts'
import { randomStream } from '../../src/random/stream.ts'
import { float32Training } from '../../src/tolerances.ts'
import { predict } from '../../src/training/network-evaluate.ts'
import { train } from '../../src/training/train.ts'
import { startFrom } from '../../src/training/train-draws.ts'
import { evaluate as evaluateTwin } from '../gradients/twin/network.ts'
import { differences, largest } from './keras/differences.ts'
import { engineNames } from './keras/engines.ts'
import { few, glyphs, timeout, trainSmall } from './lenet/small-lenet.ts'

const pixels = 28 * 28
const { images, labels } = glyphs.train
const mean = images.reduce((sum, pixel) => sum + pixel, 0) / images.length
const variance = images.reduce((sum, pixel) => sum + (pixel - mean) ** 2, 0) / images.length
const scalings = {
  standardised: (pixel: number) => (pixel - mean) / Math.sqrt(variance),
  'divided by 255': (pixel: number) => pixel / 255,
}

/** The same training by its parts, then the logits in float64: of the test images, and of those trained on. */
async function logitsOf({ variant, scaling, repetition }: Arm, seed: string): Promise<Record<SetName, number[][]>> {
  const scale = (image: Uint8Array) => Float32Array.from(image, scalings[scaling])
  const order = randomStream(seed, 'lenet', 'training images').permutation(glyphs.train.count)
  const places = Array.from(order.subarray(0, few.trainingImages))
  const seen = Uint8Array.from(places.flatMap((at) => Array.from(images.subarray(at * pixels, (at + 1) * pixels))))
  const examples = {
    inputs: scale(seen),
    targets: Float32Array.from(
      places.flatMap((at) => Array.from({ length: 10 }, (_, digit) => +(digit === labels[at]))),
    ),
  }
  const network = lenet(variant)
  const optimizer = { learningRate: few.learningRate, momentum: 0, nesterov: false }
  const stream = randomStream(seed, 'lenet', 'repetition', repetition)
  // Whatever stands between them, the five layers with kernels begin as those of the plain net.
  const kernels = startFrom(lenet('plain'), stream).weights.filter(({ kernel }) => kernel)
  const start = startFrom(network, stream)
  const weights = start.weights.map((layer) => (layer.kernel ? kernels.shift()! : layer))
  await openEngine(engineNames[0]!)
  const configuration = { ...few, network, loss: 'softmax cross-entropy', optimizer } as const
  const trained = await train(configuration, examples, { ...start, weights })
  const rowsOf = (inputs: Float32Array) => {
    const logits = Array.from(evaluateTwin(network, trained.weights, inputs))
    return Array.from({ length: logits.length / 10 }, (_, image) => logits.slice(10 * image, 10 * image + 10))
  }
  return { test: rowsOf(scale(glyphs.test.images)), training: rowsOf(examples.inputs) }
}

type SetName = 'test' | 'training'

/** A chain of the sums over 5 · 5 · 1, 5 · 5 · 6, 5 · 5 · 16, 120 and 84 products, and some operations a layer. */
const roundings = 25 + 150 + 400 + 120 + 84 + 5 * 32

const { plain, batchNormalisation, inputBatchNormalisation, dropout, both } = assigned

describe.each<Arm>([
  plain,
  batchNormalisation,
  inputBatchNormalisation,
  dropout,
  submitted.dropout,
  both,
  { ...both, repetition: 2 },
])('LeNet-5, $variant, with pixels $scaling, in repetition $repetition', (arm) => {
  test('is right on the images, and has the losses, that the definitions give', { timeout }, async () => {
    const trained = await trainSmall(arm, 'a seed')
    const logits = await logitsOf(arm, 'a seed')
    const seen = randomStream('a seed', 'lenet', 'training images').permutation(glyphs.train.count)
    const labelsOf = {
      test: glyphs.test.labels,
      training: Array.from(seen.subarray(0, few.trainingImages), (at) => labels[at]!),
    }
    for (const set of ['test', 'training'] as const) {
      const expected = logits[set].map((row, image) => {
        return Math.log(row.reduce((sum, logit) => sum + Math.exp(logit), 0)) - row[labelsOf[set][image]!]!
      })
      const { right, losses } = trained[set]
      const tolerance = float32Training(3 + 1, roundings, largest(logits[set].flat()))
      expect(differences(losses, expected, tolerance)).toEqual([])
      expect(right).toEqual(logits[set].map((row, image) => row.indexOf(Math.max(...row)) === labelsOf[set][image]))
      expect(new Set(right).size).toBe(2)
    }
  })
})

test('after each epoch it is tried on the first test images', { timeout }, async () => {
  const { history, test } = await trainSmall(plain, 'a seed')
  const { validationImages } = few
  const losses = test.losses.subarray(0, validationImages)
  const [mean, right] = [
    losses.reduce((sum, loss) => sum + loss),
    test.right.slice(0, validationImages).filter(Boolean),
  ]
  const { loss, accuracy } = history.at(-1)!.validation!
  expect(accuracy).toBe(right.length / validationImages)
  // One pass in float32, and a sum of the losses.
  const tolerance = float32Training(1, roundings + validationImages, Math.max(...losses))
  expect(differences([loss], [mean / validationImages], tolerance)).toEqual([])
})

test('another seed or another repetition is another training', { timeout }, async () => {
  const trained = [
    await trainSmall(both, 'a seed'),
    await trainSmall(both, 'another'),
    await trainSmall({ ...both, repetition: 1 }, 'a seed'),
  ]
  expect(new Set(trained.map(({ test }) => test.losses.join()))).toHaveLength(3)
})

test('its weights are what its answers come from', { timeout }, async () => {
  const { weights, test: answers } = await trainSmall(both, 'a seed')
  const inputs = Float32Array.from(glyphs.test.images, scalings[both.scaling])
  expect(answersOf(await predict(lenet(both.variant), weights, inputs), glyphs.test.labels)).toEqual(answers)
})

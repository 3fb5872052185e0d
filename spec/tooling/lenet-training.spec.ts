import { describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { lenet, type Variant } from '../../src/experiments/lenet/networks.ts'
import { randomStream } from '../../src/random/stream.ts'
import { float32Training } from '../../src/tolerances.ts'
import { train } from '../../src/training/train.ts'
import { startFrom } from '../../src/training/train-draws.ts'
import { differences, largest } from './keras/differences.ts'
import { engineNames } from './keras/engines.ts'
import { evaluateOnHost } from './lenet/evaluate-on-host.ts'
import { few, glyphs, timeout, trainSmall } from './lenet/small-lenet.ts'

const pixels = 28 * 28
const { images, labels } = glyphs.train
const mean = images.reduce((sum, pixel) => sum + pixel, 0) / images.length
const variance = images.reduce((sum, pixel) => sum + (pixel - mean) ** 2, 0) / images.length
const standardise = (image: Uint8Array) => Array.from(image, (pixel) => (pixel - mean) / Math.sqrt(variance))

/** The same training by its parts, then the logits of the test images in float64. */
async function logitsOf(variant: Variant, repetition: number, seed: string): Promise<number[][]> {
  const order = randomStream(seed, 'lenet', 'training images').permutation(glyphs.train.count)
  const places = Array.from(order.subarray(0, few.trainingImages))
  const examples = {
    inputs: Float32Array.from(places.flatMap((at) => standardise(images.subarray(at * pixels, (at + 1) * pixels)))),
    targets: Float32Array.from(
      places.flatMap((at) => Array.from({ length: 10 }, (_, digit) => +(digit === labels[at]))),
    ),
  }
  const network = lenet(variant)
  const optimizer = { learningRate: few.learningRate, momentum: 0, nesterov: false }
  const path = repetition === 0 ? [] : ['repetition', repetition]
  const start = startFrom(network, randomStream(seed, 'lenet', variant, ...path))
  await openEngine(engineNames[0]!)
  const { weights } = await train({ ...few, network, loss: 'softmax cross-entropy', optimizer }, examples, start)
  const logits = evaluateOnHost(network, weights, Float32Array.from(standardise(glyphs.test.images)))
  return Array.from({ length: glyphs.test.count }, (_, image) => Array.from(logits).slice(10 * image, 10 * image + 10))
}

/** A chain of the sums over 5 · 5 · 1, 5 · 5 · 6, 5 · 5 · 16, 120 and 84 products, and some operations a layer. */
const roundings = 25 + 150 + 400 + 120 + 84 + 5 * 32

describe.each<[Variant, number]>([
  ['plain', 0],
  ['batch normalisation', 0],
  ['dropout', 0],
  ['both', 0],
  ['both', 2],
])('LeNet-5, %s, in repetition %i', (variant, repetition) => {
  test('is right on the test images, and has the losses, that the definitions give', { timeout }, async () => {
    const { right, losses } = await trainSmall({ variant, repetition }, 'a seed')
    const logits = await logitsOf(variant, repetition, 'a seed')
    const expected = logits.map((row, image) => {
      return Math.log(row.reduce((sum, logit) => sum + Math.exp(logit), 0)) - row[glyphs.test.labels[image]!]!
    })
    const tolerance = float32Training(3 + 1, roundings, largest(logits.flat()))
    expect(differences(losses, expected, tolerance)).toEqual([])
    expect(right).toEqual(logits.map((row, image) => row.indexOf(Math.max(...row)) === glyphs.test.labels[image]))
    expect(new Set(right).size).toBe(2)
  })
})

test('another seed or another repetition is another training', { timeout }, async () => {
  const arm = { variant: 'both', repetition: 0 } as const
  const trained = [
    await trainSmall(arm, 'a seed'),
    await trainSmall(arm, 'another'),
    await trainSmall({ ...arm, repetition: 1 }, 'a seed'),
  ]
  expect(new Set(trained.map(({ losses }) => losses.join()))).toHaveLength(3)
})

import * as tf from '@tensorflow/tfjs'
import { beforeAll, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { randomStream } from '../../src/random/stream.ts'
import { type TrainingConfiguration, train } from '../../src/training/train.ts'
import { startFrom } from '../../src/training/train-draws.ts'
import { examplesFor } from './training/small-trainings.ts'

const configuration: TrainingConfiguration = {
  network: { input: [2], layers: [{ kind: 'dense', units: 3 }] },
  loss: 'mean squared error',
  optimizer: { learningRate: 0.1, momentum: 0.9, nesterov: true },
  epochs: 1,
  batchSize: 8,
}
const examples = examplesFor({ configuration, count: 20, seed: 'refusals' }, 0)
const start = startFrom(configuration.network, randomStream('refusals', 'spec'))

beforeAll(() => openEngine('cpu'))

test.each<[string, Partial<TrainingConfiguration>]>([
  ['epochs', { epochs: -1 }],
  ['batch', { batchSize: 0 }],
  ['learning rate', { optimizer: { learningRate: Number.NaN, momentum: 0, nesterov: false } }],
  ['momentum', { optimizer: { learningRate: 0.1, momentum: 1, nesterov: false } }],
])('a training without a sound %s is refused', async (_title, changed) => {
  await expect(train({ ...configuration, ...changed }, examples, start)).rejects.toThrow(RangeError)
})

test('examples and weights that do not fit the net are refused, and nothing is left behind', async () => {
  const before = tf.memory().numTensors
  const short = { ...examples, targets: examples.targets.subarray(3) }
  await expect(train(configuration, short, start)).rejects.toThrow('20 inputs have 19 targets')
  const [, ...others] = start.weights
  const foreign = { ...start, weights: [{}, ...others] }
  await expect(train(configuration, examples, foreign)).rejects.toThrow('layer 0 of net 0 has no values of kernel')
  expect(tf.memory().numTensors).toBe(before)
})

import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { randomStream } from '../../src/random/stream.ts'
import { type TrainingConfiguration, train } from '../../src/training/train.ts'
import { startFrom } from '../../src/training/train-draws.ts'
import { StackedTraining } from '../../src/training/train-stacked.ts'
import { bitwiseEngineNames, engineNames } from './keras/engines.ts'
import { examplesFor } from './training/small-trainings.ts'

const configuration: TrainingConfiguration = {
  network: {
    input: [2],
    layers: [
      { kind: 'dense', units: 4, activation: 'relu' },
      { kind: 'dropout', rate: 0.5 },
      { kind: 'batch normalisation' },
      { kind: 'dense', units: 3 },
    ],
  },
  loss: 'softmax cross-entropy',
  optimizer: { learningRate: 0.1, momentum: 0.9, nesterov: true },
  epochs: 3,
  batchSize: 8,
}
const examples = examplesFor({ configuration, count: 20, seed: 'loop' }, 0)
const start = startFrom(configuration.network, randomStream('loop', 'spec'))
const tensors = () => tf.memory().numTensors

describe.each(engineNames)('on %s', (engine) => {
  beforeAll(() => openEngine(engine))

  test('a step leaves as many tensors as it found, and an end none', async () => {
    const before = tensors()
    const training = new StackedTraining(configuration, 8, [examples], [start], [])
    const counts: number[] = []
    for (const epoch of [0, 1]) await training.epoch(epoch, () => void counts.push(tensors()))
    training.dispose()
    expect(counts.length).toBe(2 * 3)
    expect(new Set(counts).size).toBe(1)
    expect(tensors()).toBe(before)
  })

  test('nothing is left behind when a listener fails', async () => {
    const before = tensors()
    const failing = () => {
      throw new Error('the listener fails')
    }
    await expect(train(configuration, examples, start, { progress: failing })).rejects.toThrow('the listener fails')
    expect(tensors()).toBe(before)
  })
})

test.each(bitwiseEngineNames)('on %s the same start gives the same net and history, bit for bit', async (engine) => {
  await openEngine(engine)
  const [first, second] = [await train(configuration, examples, start), await train(configuration, examples, start)]
  expect(second).toEqual(first)
  expect(first.history.length).toBe(configuration.epochs)
})

describe('on cpu', () => {
  beforeAll(() => openEngine('cpu'))

  test('an epoch reads its scores, once each, and nothing else', async () => {
    const training = new StackedTraining(configuration, 8, [examples], [start], [])
    const reads = (['data', 'dataSync'] as const).map((name) => vi.spyOn(tf.Tensor.prototype, name))
    let duringSteps = 0
    await training.epoch(0, () => {
      duringSteps += reads.reduce((sum, { mock }) => sum + mock.calls.length, 0)
    })
    expect(duringSteps).toBe(0)
    expect(reads.map(({ mock }) => mock.calls.length)).toEqual([2, 0])
    vi.restoreAllMocks()
    training.dispose()
  })
})

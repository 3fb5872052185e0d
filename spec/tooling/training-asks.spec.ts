import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { randomStream } from '../../src/random/stream.ts'
import { evaluate, predict } from '../../src/training/network-evaluate.ts'
import { initialWeights } from '../../src/training/network-parameters.ts'
import { type TrainingConfiguration, train } from '../../src/training/train.ts'
import { type Draws, startFrom } from '../../src/training/train-draws.ts'
import { examplesFor } from './training/small-trainings.ts'

const configuration: TrainingConfiguration = {
  network: {
    input: [2],
    layers: [
      { kind: 'dropout', rate: 0.2 },
      { kind: 'dense', units: 3 },
      { kind: 'dropout', rate: 0.7 },
      { kind: 'dense', units: 2 },
    ],
  },
  loss: 'mean squared error',
  optimizer: { learningRate: 0.1, momentum: 0, nesterov: false },
  epochs: 3,
  batchSize: 8,
}
const examples = examplesFor({ configuration, count: 12, seed: 'asks' }, 0)
const start = startFrom(configuration.network, randomStream('asks', 'spec'))

beforeAll(() => openEngine('cpu'))

test('a training asks for an order in each epoch, and in each step for a mask of each layer at its own rate', async () => {
  const asked: unknown[] = []
  const draws = (): Draws => {
    const { order, mask } = start.draws()
    return {
      order: (epoch, count) => {
        asked.push(['order', epoch, count])
        return order(epoch, count)
      },
      mask: (layer, rate, count) => {
        asked.push(['mask', layer, rate, count])
        return mask(layer, rate, count)
      },
    }
  }
  await train(configuration, examples, { ...start, draws })
  const masks = (batch: number) => [
    ['mask', 0, 0.2, 2 * batch],
    ['mask', 2, 0.7, 3 * batch],
  ]
  expect(asked).toEqual([0, 1, 2].flatMap((epoch) => [['order', epoch, 12], ...masks(8), ...masks(4)]))
})

test('the validation of an epoch is of the net as it is then', async () => {
  const { history } = await train(configuration, examples, start, { validation: examples })
  for (const [index, { validation }] of history.entries()) {
    const { weights } = await train({ ...configuration, epochs: index + 1 }, examples, start)
    expect(validation).toEqual(await evaluate(configuration.network, configuration.loss, weights, examples))
  }
  expect(new Set(history.map(({ validation }) => validation!.loss))).toHaveLength(3)
})

describe("a batch normalisation's own", () => {
  const network = { input: [1], layers: [{ kind: 'batch normalisation' as const, epsilon: 3, momentum: 0.5 }] }
  const stream = randomStream('asks', 'normalisation')

  test('epsilon counts in evaluation: with the moving variance 1 it halves', async () => {
    const outputs = await predict(network, initialWeights(network, stream), Float32Array.of(2, -6))
    expect(outputs).toEqual(Float32Array.of(1, -3))
  })

  test('momentum is what is left of a moving statistic', async () => {
    const inputs = Float32Array.of(2, 6)
    const step = { ...configuration, network, epochs: 1 }
    const { weights } = await train(step, { inputs, targets: inputs }, startFrom(network, stream))
    // The batch has the mean 4 and the variance 4, and the statistics begin at 0 and 1.
    expect(weights[0]).toMatchObject({ movingMean: Float32Array.of(2), movingVariance: Float32Array.of(2.5) })
  })
})

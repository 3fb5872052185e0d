import { beforeAll, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { drawPoints } from '../../src/experiments/absolute-value.ts'
import {
  firstGradientEvidence,
  type LearningConfiguration,
  learnAtDepths,
  measureFirstGradients,
} from '../../src/experiments/vanishing-gradients/training.ts'
import { randomStream } from '../../src/random/stream.ts'
import { float32Sum, isClose } from '../../src/tolerances.ts'
import type { Laboratory } from '../../src/training/laboratory.ts'
import type { RunRequest } from '../../src/training/run-store.ts'
import { train } from '../../src/training/train.ts'
import { startFrom } from '../../src/training/train-draws.ts'

beforeAll(() => openEngine('cpu'))

const configuration: LearningConfiguration = {
  ...{ activation: 'tanh', hiddenLayers: 2, width: 3 },
  ...{ points: 40, epochs: 2, batchSize: 16, learningRate: 0.01, momentum: 0.9, runs: 3 },
}

test('first gradients are those that the first step follows', async () => {
  // One full batch: without momentum the step is the gradient times the rate.
  const rate = 0.5
  const { kernels, biases } = await measureFirstGradients(configuration, 'learning')
  const stream = randomStream('learning', 'learning', 'run', 1)
  const hidden = { kind: 'dense', units: 3, activation: 'tanh' } as const
  const network = { input: [1], layers: [hidden, hidden, { kind: 'dense', units: 1 } as const] }
  const start = startFrom(network, stream.stream('training'))
  const { weights } = await train(
    {
      ...{ network, loss: 'mean squared error', epochs: 1, batchSize: 40 },
      optimizer: { learningRate: rate, momentum: 0, nesterov: false },
    },
    drawPoints(stream.stream('examples'), 40),
    start,
  )
  for (const layer of [0, 1]) {
    const norm = (name: 'kernel' | 'bias') =>
      Math.hypot(...weights[layer]![name]!.map((value, index) => (start.weights[layer]![name]![index]! - value) / rate))
    for (const [name, norms] of [
      ['kernel', kernels],
      ['bias', biases],
    ] as const) {
      const measured = norms[layer]![1]!
      expect(isClose(measured, norm(name), float32Sum(40, 1)), `${name} ${layer}`).toBe(true)
    }
  }
})

test('first gradients are compared with those of one hidden layer, at each further depth', async () => {
  // In place of its result, each request is worth its depth.
  const laboratory = {
    seed: 'learning',
    engine: async () => ({ name: 'cpu', version: '0' }),
    store: {
      runAll: async (requests: RunRequest<unknown>[]) =>
        requests.map(({ key }) => {
          const { hiddenLayers } = key.configuration as unknown as LearningConfiguration
          return { kernels: [Float64Array.of(10 ** -hiddenLayers, 10 ** -hiddenLayers)] }
        }),
    },
  } as unknown as Laboratory
  const { firstGradients } = await learnAtDepths({ ...configuration, depths: [1, 2, 5] }, laboratory)
  expect(firstGradientEvidence(firstGradients).map(({ metric, value }) => [metric, Math.round(value!)])).toEqual([
    ['first_layer_gradient_of_2_over_1_hidden_layers', -1],
    ['first_layer_gradient_of_5_over_1_hidden_layers', -4],
  ])
})

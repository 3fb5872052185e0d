import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { drawPoints } from '../../src/experiments/absolute-value.ts'
import { type LearningConfiguration, learn } from '../../src/experiments/vanishing-gradients/training.ts'
import { randomStream } from '../../src/random/stream.ts'
import { momentsOf } from '../../src/statistics/moments.ts'
import { train } from '../../src/training/train.ts'
import { startFrom } from '../../src/training/train-draws.ts'

// Where each net of an ensemble has the bits of the net alone.
beforeAll(() => openEngine('cpu'))

describe('what training leaves', () => {
  const configuration: LearningConfiguration = {
    ...{ activation: 'tanh', hiddenLayers: 2, width: 3 },
    ...{ points: 40, epochs: 2, batchSize: 16, learningRate: 0.01, momentum: 0.9, runs: 3 },
  }

  test('is the last loss of each net on examples of its own, over that of the best constant', async () => {
    const left = await learn(configuration, 'learning')
    for (const run of [0, 1, 2]) {
      const stream = randomStream('learning', 'learning', 'run', run)
      const examples = drawPoints(stream.stream('examples'), 40)
      const hidden = { kind: 'dense', units: 3, activation: 'tanh' } as const
      const network = { input: [1], layers: [hidden, hidden, { kind: 'dense', units: 1 } as const] }
      const optimizer = { learningRate: 0.01, momentum: 0.9, nesterov: true }
      const { history } = await train(
        { network, loss: 'mean squared error', optimizer, epochs: 2, batchSize: 16 },
        examples,
        startFrom(network, stream.stream('training')),
      )
      expect(left[run]).toBe(history[1]!.training.loss / momentsOf(examples.targets).variance)
    }
    expect(new Set(left).size).toBe(3)
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { falseDecision } from '../../src/claims/error-budget.ts'
import { drawAbsoluteValues, lossOfBestConstant } from '../../src/experiments/vanishing-gradients/absolute-value.ts'
import { type LearningConfiguration, learn } from '../../src/experiments/vanishing-gradients/training.ts'
import { randomStream } from '../../src/random/stream.ts'
import { sampleOf } from '../../src/statistics/sample.ts'
import { meanInterval } from '../../src/statistics/student-t.ts'
import { isClose, tolerances } from '../../src/tolerances.ts'
import { train } from '../../src/training/train.ts'
import { startFrom } from '../../src/training/train-draws.ts'

// Where each net of an ensemble has the bits of the net alone.
beforeAll(() => openEngine('cpu'))

describe('examples of |x|', () => {
  const { inputs, targets } = drawAbsoluteValues(randomStream('examples', 'absolute values'), 10_000)

  test('fill both halves of the domain alike', () => {
    expect(targets).toEqual(inputs.map(Math.abs))
    for (const [values, mean, variance] of [
      [inputs, 0, 7 / 3],
      [targets, Math.sqrt(7) / 2, 7 / 12],
    ] as const) {
      const squares = Float64Array.from(values, (value) => (value - mean) ** 2)
      for (const [sample, expected] of [
        [values, mean],
        [squares, variance],
      ] as const) {
        const { low, high } = meanInterval(sampleOf(sample), falseDecision)
        expect(low < expected && expected < high).toBe(true)
      }
    }
    expect(Math.max(...targets)).toBeLessThanOrEqual(Math.sqrt(7))
  })

  test('cost the best constant their variance', () => {
    const examples = { inputs: new Float32Array(4), targets: Float32Array.of(1, 2, 3, 6) }
    expect(isClose(lossOfBestConstant(examples), 3.5, tolerances.hostStatistic)).toBe(true)
  })
})

describe('what training leaves', () => {
  const configuration: LearningConfiguration = {
    ...{ activation: 'tanh', hiddenLayers: 2, width: 3 },
    ...{ points: 40, epochs: 2, batchSize: 16, learningRate: 0.01, momentum: 0.9, runs: 3 },
  }

  test('is the last loss of each net on examples of its own, over that of the best constant', async () => {
    const left = await learn(configuration, 'learning')
    for (const run of [0, 1, 2]) {
      const stream = randomStream('learning', 'learning', 'run', run)
      const examples = drawAbsoluteValues(stream.stream('examples'), 40)
      const hidden = { kind: 'dense', units: 3, activation: 'tanh' } as const
      const network = { input: [1], layers: [hidden, hidden, { kind: 'dense', units: 1 } as const] }
      const optimizer = { learningRate: 0.01, momentum: 0.9, nesterov: true }
      const { history } = await train(
        { network, loss: 'mean squared error', optimizer, epochs: 2, batchSize: 16 },
        examples,
        startFrom(network, stream.stream('training')),
      )
      expect(left[run]).toBe(history[1]!.training.loss / lossOfBestConstant(examples))
    }
    expect(new Set(left).size).toBe(3)
  })
})

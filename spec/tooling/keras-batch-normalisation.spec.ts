import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { normaliseInEvaluation, normaliseInTraining } from '../../src/layers/batch-normalisation.ts'
import { differences, largest } from './keras/differences.ts'
import { engineNames } from './keras/engines.ts'
import { type GoldenNormalisation, goldenLayers } from './keras/golden.ts'
import { movedTolerance, toleranceOf } from './keras/normalisation-tolerance.ts'
import { read } from './keras/read.ts'

const cases = goldenLayers.batchNormalisations.map((golden) => [golden.x.shape.join(' × '), golden] as const)

function tensorsOf({ x, gamma, beta, movingMean, movingVariance, direction }: GoldenNormalisation) {
  const row = (values: number[]) => tf.tensor2d(values, [1, values.length])
  return {
    x: tf.tensor(x.values, x.shape),
    direction: tf.tensor(direction, x.shape),
    parameters: {
      gamma: row(gamma),
      beta: row(beta),
      movingMean: row(movingMean),
      movingVariance: row(movingVariance),
    },
  }
}

describe.each(engineNames)('as in Keras 3, on %s, batch normalisation', (engine) => {
  beforeAll(() => openEngine(engine))

  describe.each(cases)('of %s', (_shape, golden) => {
    const run = (of: (tensors: ReturnType<typeof tensorsOf>) => tf.Tensor) => read(() => of(tensorsOf(golden)))
    const ofOutput = toleranceOf(golden, () => largest(golden.gamma) + largest(golden.beta))

    test('normalises by the statistics of the batch in training', async () => {
      const output = await run(({ x, parameters }) => normaliseInTraining(x, parameters).output)
      expect(differences(output, golden.training, ofOutput)).toEqual([])
    })

    test('moves the moving mean, and the moving variance by the biased variance', async () => {
      for (const name of ['movingMean', 'movingVariance'] as const) {
        const moved = await run(({ x, parameters }) => normaliseInTraining(x, parameters).statistics[name])
        expect(differences(moved, golden[`${name}After`], movedTolerance(golden, name)), name).toEqual([])
      }
    })

    test('normalises by the moving statistics in evaluation', async () => {
      const before = await run(({ x, parameters }) => normaliseInEvaluation(x, parameters))
      expect(differences(before, golden.evaluation, ofOutput)).toEqual([])
      const after = await run(({ x, parameters }) =>
        normaliseInEvaluation(x, { ...parameters, ...normaliseInTraining(x, parameters).statistics }),
      )
      expect(differences(after, golden.evaluationAfter, ofOutput)).toEqual([])
    })

    test.each(['x', 'gamma', 'beta'] as const)('passes the gradient on to %s', async (name) => {
      const gradient = await run(({ x, parameters, direction }) =>
        tf.grad((varied: tf.Tensor) => {
          const { x: input, ...rest } = { x, ...parameters, [name]: varied }
          return tf.mul(normaliseInTraining(input, rest).output, direction)
        })(name === 'x' ? x : parameters[name]),
      )
      const { gamma, direction, gradients } = golden
      const all = direction.reduce((sum, value) => sum + Math.abs(value), 0)
      const ofX = (scale: number) => largest(gamma) * scale * largest(direction)
      const tolerance = toleranceOf(golden, name === 'x' ? ofX : () => all)
      expect(differences(gradient, gradients[name], tolerance)).toEqual([])
    })
  })
})

test.each(cases)("the fused kernel's unbiased variance, which Keras 2 took, is told apart for %s", (_shape, golden) => {
  const moved = golden.movingVariance.map((value, channel) => 0.99 * value + 0.01 * golden.fusedVariance[channel]!)
  expect(differences(moved, golden.movingVarianceAfter, movedTolerance(golden, 'movingVariance'))).not.toEqual([])
})

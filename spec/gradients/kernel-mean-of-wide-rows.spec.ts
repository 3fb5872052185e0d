import * as tf from '@tensorflow/tfjs'
import { beforeAll, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { randomStream } from '../../src/random/stream.ts'
import { float32Sum } from '../../src/tolerances.ts'
import { train } from '../../src/training/train.ts'
import { startFrom } from '../../src/training/train-draws.ts'
import { expectClose } from './close.ts'

beforeAll(() => openEngine('wasm'))

// What is written beyond the stack of the wasm module breaks its heap, and shows when memory is given back.
test.each([768, 1024, 3000])('means of a thousand rows of %i leave the memory of wasm whole', (columns) => {
  for (let time = 0; time < 3; time++) {
    const means = tf.tidy(() =>
      tf.mean(tf.tile(tf.reshape(tf.range(0, columns), [1, columns]), [1000, 1]), 0).dataSync(),
    )
    // Besides the additions: one rounding for each of two factors and of the products with them.
    expectClose(
      'the mean',
      means,
      Array.from({ length: columns }, (_, column) => column),
      (column) => float32Sum(1000 + 4, column),
    )
  }
})

test('a net of a thousand units a layer trains on large batches', async () => {
  const stream = randomStream('wide net', 'data')
  const network = {
    input: [2],
    layers: [
      { kind: 'dense', units: 1024, activation: 'relu' },
      { kind: 'dense', units: 1 },
    ],
  } as const
  const examples = {
    inputs: stream.fillNormal(new Float32Array(4000)),
    targets: stream.fillNormal(new Float32Array(2000)),
  }
  const optimizer = { learningRate: 1e-3, momentum: 0.9, nesterov: true }
  const configuration = { network, loss: 'mean squared error', optimizer, epochs: 1, batchSize: 1000 } as const
  const { history } = await train(configuration, examples, startFrom(network, stream.stream('start')))
  // Of targets of variance 1, which a few steps hardly fit.
  expect(history[0]!.training.loss).toBeGreaterThan(0)
  expect(history[0]!.training.loss).toBeLessThan(10)
})

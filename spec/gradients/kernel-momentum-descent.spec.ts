import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { momentumDescent, servesDescent } from '../../src/backend/kernels/momentum-descent.ts'
import { forAny } from './for-any.ts'

beforeAll(() => openEngine('wasm'))

const float = fc.float({ noNaN: true, noDefaultInfinity: true, min: -1000, max: 1000 })
const triples = fc.array(fc.tuple(float, float, float), { minLength: 1, maxLength: 30 })
const constants = fc.record({
  learningRate: fc.constantFrom(0.01, 0.1, 1e-50),
  momentum: fc.constantFrom(0.5, 0.9, 0.99),
  nesterov: fc.boolean(),
})

/** Keras's step by tfjs's operations, one after the other. */
function byOperations(
  p: tf.Tensor,
  v: tf.Tensor,
  g: tf.Tensor,
  learningRate: number,
  momentum: number,
  nesterov: boolean,
) {
  const descent = tf.mul(g, learningRate)
  const velocity = tf.sub(tf.mul(v, momentum), descent)
  const step = nesterov ? tf.sub(tf.mul(velocity, momentum), descent) : velocity
  return { velocity, parameter: tf.add(p, step) }
}

forAny(
  'for any values: a step of momentum on wasm has the bits of the six operations',
  fc.tuple(triples, constants),
  ([values, { learningRate, momentum, nesterov }]) => {
    const [own, expected] = [momentumDescent, byOperations].map((step) =>
      tf.tidy(() => {
        const [p, v, g] = [0, 1, 2].map((part) => tf.tensor2d(values.map((triple) => [triple[part]!]))) as [
          tf.Tensor,
          tf.Tensor,
          tf.Tensor,
        ]
        const { velocity, parameter } = step(p, v, g, learningRate, momentum, nesterov)
        expect([velocity.shape, parameter.shape]).toEqual([p.shape, p.shape])
        return { velocity: velocity.dataSync(), parameter: parameter.dataSync() }
      }),
    )
    expect(own).toEqual(expected)
  },
)

test('serves small parameters on wasm, and no others', async () => {
  const sizes = () => [2 ** 13, 2 ** 13 + 1].map((size) => tf.tidy(() => servesDescent(tf.zeros([size]))))
  expect(sizes()).toEqual([true, false])
  await openEngine('cpu')
  expect(sizes()).toEqual([false, false])
  await openEngine('wasm')
})

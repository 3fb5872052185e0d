import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { beforeAll, describe, expect } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { float32Sum } from '../../src/tolerances.ts'
import { descend, type Moving } from '../../src/training/sgd.ts'
import { expectClose } from './close.ts'
import { enginesPresent } from './engines-present.ts'
import { forAny } from './for-any.ts'
import { read } from './on-engine.ts'
import { descend as descendTwin, type Moving as MovingTwin } from './twin/descent.ts'

const float = fc.float({ min: -10, max: 10, noNaN: true })
const optimizers = fc.record({
  learningRate: fc.constantFrom(0.01, 0.1, 0.5),
  momentum: fc.constantFrom(0, 0.5, 0.9, 0.99),
  nesterov: fc.boolean(),
})
/** Sometimes above the size that a kernel of ours serves. */
const copies = fc.oneof({ weight: 9, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.constant(2 ** 13 + 1) })
const cases = fc.record({
  optimizer: optimizers,
  start: fc.array(float, { minLength: 1, maxLength: 5 }),
  gradients: fc.array(fc.array(float, { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 4 }),
  copies,
})

const repeated = (values: readonly number[], times: number) =>
  Float32Array.from({ length: values.length * times }, (_, index) => values[index % values.length]!)

describe.each(enginesPresent)('steps of gradient descent on %s', (engine) => {
  beforeAll(() => openEngine(engine))

  forAny(
    'for any optimizer, start and gradients: are those that Keras documents',
    cases,
    async ({ optimizer, start, gradients, copies }) => {
      const states = tf.tidy(() => {
        const parameter = tf.tensor1d(repeated(start, copies))
        let state: Moving = { parameter, velocity: optimizer.momentum > 0 ? tf.zerosLike(parameter) : null }
        for (const gradient of gradients) {
          state = descend(optimizer, state, tf.tensor1d(repeated(gradient.slice(0, start.length), copies)))
        }
        return [state.parameter, ...(state.velocity ? [state.velocity] : [])]
      })
      const [parameter, velocity] = await read(states)

      let twins: readonly MovingTwin[] = start.map((value) => ({ parameter: value, velocity: 0 }))
      for (const gradient of gradients) {
        twins = twins.map((twin, index) => descendTwin(optimizer, twin, gradient[index]!))
      }
      // A gradient reaches the last parameter by up to four products and sums in each step that is left.
      const steps = gradients.length
      const velocitySize = steps * optimizer.learningRate * Math.max(...gradients.flat().map(Math.abs))
      const parameterSize = Math.max(...start.map(Math.abs)) + 2 * steps * velocitySize
      const compare = (what: keyof MovingTwin, values: Float32Array, size: number) => {
        const expected = twins.map((twin) => twin[what])
        expectClose(what, values.subarray(0, start.length), expected, () => float32Sum(4 * steps + 1, size))
        expect(values.every((value, index) => value === values[index % start.length])).toBe(true)
      }
      compare('parameter', parameter!, parameterSize)
      expect(velocity === undefined).toBe(optimizer.momentum === 0)
      if (velocity !== undefined) compare('velocity', velocity, velocitySize)
    },
  )
})

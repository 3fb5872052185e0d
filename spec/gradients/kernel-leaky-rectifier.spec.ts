import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { leakyRectifier } from '../../src/backend/kernels/leaky-rectifier.ts'
import { readSwitches } from '../../src/switches.ts'
import { engineNames } from '../tooling/keras/engines.ts'

const parameters = { seed: 12, numRuns: readSwitches(process.env).gradientRuns }

const float = fc.float({ noNaN: true, noDefaultInfinity: true, min: -100, max: 100 })
const cases = fc.array(fc.tuple(float, float), { minLength: 1, maxLength: 40 })

/** The value and the gradient, for the derivatives dy of what comes after. */
function rectify(x: readonly number[], dy: readonly number[], slope: number) {
  const { value, grad } = tf.tidy(() => {
    const [input, after] = [tf.tensor1d([...x]), tf.tensor1d([...dy])]
    return {
      value: leakyRectifier(input, slope),
      grad: tf.grad((values) => leakyRectifier(values, slope))(input, after),
    }
  })
  const read = [value, grad].map((tensor) => Array.from(tensor.dataSync(), (number) => number + 0))
  tf.dispose([value, grad])
  return { value: read[0], gradient: read[1] }
}

describe.each(engineNames)('Leaky ReLU on %s', (engine) => {
  beforeAll(() => openEngine(engine))

  // One product of two float32 numbers is rounded once, so nothing less than the same bits will do; + 0 is for −0.
  test('for any numbers and slopes: is x or the slope times x, and so is its gradient', () => {
    const property = fc.property(cases, fc.constantFrom(0, 0.01, 0.2, 0.3, 1, 1.5), (pairs, slope) => {
      const [x, dy] = [pairs.map(([first]) => first), pairs.map(([, second]) => second)]
      const factor = (value: number) => (value > 0 ? 1 : Math.fround(slope))
      expect(rectify(x, dy, slope)).toEqual({
        value: x.map((value) => Math.fround(factor(value) * value) + 0),
        gradient: x.map((value, index) => Math.fround(factor(value) * dy[index]!) + 0),
      })
    })
    fc.assert(property, parameters)
  })

  test('has the slope for its derivative at the kink, as in TensorFlow', () => {
    expect(rectify([0, -0], [1, 1], 0.25).gradient).toEqual([0.25, 0.25])
  })
})

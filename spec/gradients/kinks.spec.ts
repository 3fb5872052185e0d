import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { type Activation, activate } from '../../src/layers/activation.ts'
import { categoricalCrossEntropy } from '../../src/training/loss.ts'
import { enginesPresent } from './engines-present.ts'
import { onEngine } from './on-engine.ts'
import { scalarOf } from './twin/activation.ts'
import { categoricalCrossEntropy as categoricalTwin } from './twin/loss.ts'

/*
 * Where a function has a kink, every slope between those of its two sides is a subgradient. These are the ones that are in
 * use; all other properties keep off the kinks.
 *
 * Rectifiers take the slope below the kink: TensorFlow's relu_op_functor.h multiplies by `features > 0` in ReluGrad, and
 * selects by it in LeakyReluGrad, so that at 0 the one is 0 and the other the slope. Zero of either sign is the kink.
 *
 * What perceptron and hinge loss do at theirs stands in perceptron-step.spec.ts.
 */
const rectifiers: readonly (readonly [title: string, activation: Activation, slope: number])[] = [
  ['ReLU', 'relu', 0],
  ['leaky ReLU', { leakyRelu: 0.25 }, 0.25],
  ['leaky ReLU of slope 0', { leakyRelu: 0 }, 0],
]

const zeros = { shape: [2], values: [0, -0] }
/** Without the sign of zeros. */
const plain = (values: ArrayLike<number>) => Array.from(values, (value) => value + 0)

describe.each(enginesPresent)('at a kink, on %s,', (engine) => {
  beforeAll(() => openEngine(engine))

  test.each(rectifiers)('%s has the slope below it', async (_title, activation, slope) => {
    const { gradients } = await onEngine((x) => activate(x!, activation), [zeros])
    expect(plain(gradients[0]!)).toEqual([slope, slope])
    expect(scalarOf(activation).derivative(0, 0)).toBe(slope)
  })

  // As tf.clip_by_value, whose gradient is that of what is at least the one bound and at most the other.
  test('a probability at the bounds of the clipping has its gradient, and beyond them none', async () => {
    const [floor, ceiling] = [Math.fround(1e-7), Math.fround(1 - 1e-7)]
    const gradientIn = async (...row: number[]) => {
      const loss = (given: tf.Tensor) => categoricalCrossEntropy(tf.tensor2d([[1, 0]]), given)
      return (await onEngine((given) => loss(given!), [{ shape: [1, 2], values: row }])).gradients[0]!
    }
    expect(Math.abs((await gradientIn(floor, ceiling))[0]!)).toBeGreaterThan(1e6)
    expect(plain(await gradientIn(floor / 2, 1))).toEqual([0, 0])
    expect(plain(categoricalTwin([1, 0], { shape: [1, 2], values: [floor / 2, 1] }).derivatives)).toEqual([0, 0])
  })
})

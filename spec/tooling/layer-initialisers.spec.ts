import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { fansOf, sizeOf } from '../../src/layers/fans.ts'
import { initialisers, ones, zeros } from '../../src/layers/initialiser.ts'
import { truncatedDeviation, truncatedNormal } from '../../src/layers/truncated-normal.ts'
import { randomStream } from '../../src/random/stream.ts'
import { goldenInitialisers } from './keras/golden.ts'

// Massart 1990: two empirical distribution functions of n values, each with the probability 1 − alpha at least that near
// to the true one, are at most this far apart. The seeds are fixed, so that a red comparison is a fault and not chance.
const alpha = 1e-6
const distance = (n: number) => 2 * Math.sqrt(Math.log(2 / alpha) / (2 * n))

const cases = goldenInitialisers.cases.map((golden) => [golden.initialiser, golden.shape, golden] as const)

/** The largest distance between the distribution of values and Keras's, taken at Keras's quantiles. */
function distanceFrom(quantiles: readonly number[], values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort()
  const below = (bound: number) => sorted.filter((value) => value <= bound).length / sorted.length
  return Math.max(...quantiles.map((bound, index) => Math.abs(below(bound) - goldenInitialisers.probabilities[index]!)))
}

describe.each(cases)('a %s kernel of %o', (initialiser, shape, golden) => {
  const stream = () => randomStream('initialisers', initialiser, ...shape)
  const draw = () => initialisers[initialiser](stream(), shape)

  test('is distributed as in Keras 3', () => {
    const values = draw()
    expect(values.length).toBe(sizeOf(shape))
    expect(distanceFrom(golden.quantiles, values)).toBeLessThan(distance(values.length))
  })

  test('reaches as far as in Keras 3 and no farther', () => {
    const { fanIn, fanOut } = fansOf(shape)
    const limit = {
      'glorot uniform': Math.sqrt(6 / (fanIn + fanOut)),
      'he uniform': Math.sqrt(6 / fanIn),
      'he normal': (2 * Math.sqrt(2 / fanIn)) / truncatedDeviation,
    }[initialiser as 'he normal']
    for (const extreme of [golden.lowest, golden.highest, draw().reduce((a, b) => Math.max(a, Math.abs(b)))]) {
      expect(Math.abs(extreme)).toBeLessThanOrEqual(Math.fround(limit))
      expect(Math.abs(extreme)).toBeGreaterThan(0.999 * limit)
    }
  })

  test('is the same from the same stream, and other from another', () => {
    // Vitest compares large arrays slowly.
    const bytes = (numbers: Float32Array<ArrayBuffer>) => Buffer.from(numbers.buffer)
    expect(bytes(draw()).equals(bytes(draw()))).toBe(true)
    expect(bytes(initialisers[initialiser](stream().stream('other'), shape)).equals(bytes(draw()))).toBe(false)
  })
})

describe("tfjs's own initialiser is told apart:", () => {
  beforeAll(() => openEngine('cpu'))

  test.each([
    ['the default of its layers, Glorot normal', 'glorot uniform', tf.initializers.glorotNormal({ seed: 5 })],
    ['its He normal, narrower than its name', 'he normal', tf.initializers.heNormal({ seed: 5 })],
  ] as const)('%s', (_title, name, theirs) => {
    for (const { shape, quantiles } of goldenInitialisers.cases.filter(({ initialiser }) => initialiser === name)) {
      const values = tf.tidy(() => theirs.apply(shape).dataSync())
      expect(distanceFrom(quantiles, values)).toBeGreaterThan(distance(values.length))
    }
  })
})

test('a truncated normal value is never drawn beyond two untruncated deviations', () => {
  const values = truncatedNormal(randomStream('initialisers', 'truncated'), 10_000, truncatedDeviation)
  expect(values.every((value) => Math.abs(value) < 2)).toBe(true)
})

test('biases and moving means begin at 0, gammas and moving variances at 1', () => {
  const stream = randomStream('initialisers', 'constants')
  expect([...zeros(stream, [2, 2])]).toEqual([0, 0, 0, 0])
  expect([...ones(stream, [3])]).toEqual([1, 1, 1])
})

test('a kernel has fans, a bias has none', () => {
  expect(fansOf([7, 3])).toEqual({ fanIn: 7, fanOut: 3 })
  expect(fansOf([5, 5, 6, 16])).toEqual({ fanIn: 150, fanOut: 400 })
  expect(() => fansOf([5])).toThrow(RangeError)
})

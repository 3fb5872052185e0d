import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Criterion, isUpdated, lossOf, marginOf } from '../../src/experiments/perceptron/criterion.ts'
import { labelOf } from '../../src/experiments/perceptron/data.ts'
import type { Vector } from '../../src/experiments/perceptron/geometry.ts'
import { trainOnHost } from '../../src/experiments/perceptron/train-on-host.ts'
import { forAny } from './for-any.ts'

const criterionArbitrary = fc.constantFrom<Criterion>('perceptron', 'hinge')

/** One visit of one point. */
function step(start: Vector, [x1, x2]: Vector, a: number, learningRate: number): Vector {
  const set = { runs: 1, points: 1, x: [x1, x2], y: [labelOf(x1, x2, 'plus-minus-one')], start }
  const { weights } = trainOnHost(set, { a, epochs: 1, learningRate })
  return [weights[0]!, weights[1]!]
}

describe('a step of the training', () => {
  // Where the loss has a kink every slope between its two sides is a subgradient; these are the ones in use.
  test('on the boundary, w·x = 0, is a whole one for both losses', () => {
    expect(isUpdated(0, marginOf.perceptron)).toBe(true)
    expect(isUpdated(0, marginOf.hinge)).toBe(true)
    expect(step([0, 0], [0.5, 0.25], 0, 1)).toEqual([0.5, 0.25])
  })

  test('at a margin of exactly 1 is none for hinge loss', () => {
    expect(isUpdated(1, marginOf.hinge)).toBe(false)
    expect(step([2, 0], [0.5, 0.25], 1, 1)).toEqual([2, 0])
  })
})

/** Multiples of 2⁻²⁰, on which the losses are exact and nothing underflows. */
const dyadic = (min: number, max: number) =>
  fc.integer({ min: min * 2 ** 20, max: max * 2 ** 20 }).map((value) => value / 2 ** 20)

forAny(
  'for any margin: hinge loss bounds the perceptron criterion and the 0-1 loss from above',
  dyadic(-10, 10),
  (margin) => {
    const [hinge, perceptron] = [lossOf(margin, 1), lossOf(margin, 0)]
    return hinge >= perceptron && perceptron >= hinge - 1 && hinge >= Number(margin <= 0)
  },
)

const setArbitrary = fc.array(fc.tuple(dyadic(0, 1), dyadic(0, 1)), { minLength: 1, maxLength: 20 })
const startArbitrary = fc.tuple(dyadic(-3, 3), dyadic(-3, 3))
const powerArbitrary = fc.integer({ min: -20, max: 20 }).map((exponent) => 2 ** exponent)

forAny(
  'for any set: weights, learning rate and a scaled together by a power of two train to the same weights, scaled',
  fc.tuple(startArbitrary, setArbitrary, criterionArbitrary, powerArbitrary),
  ([w, points, criterion, scale]) => {
    const y = points.map(([x1, x2]) => labelOf(x1, x2, 'plus-minus-one'))
    const train = (factor: number) =>
      trainOnHost(
        { runs: 1, points: points.length, x: points.flat(), y, start: w.map((weight) => factor * weight) },
        { a: factor * marginOf[criterion], epochs: 20, learningRate: factor * 0.01 },
      )
    const [plain, scaled] = [train(1), train(scale)]
    expect(scaled.weights).toEqual(plain.weights.map((weight) => scale * weight))
    expect(scaled.updates).toEqual(plain.updates)
  },
)

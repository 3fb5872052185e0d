import fc from 'fast-check'
import { beforeAll, describe, expect } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { type Criterion, lossOf, marginOf } from '../../src/experiments/perceptron/criterion.ts'
import { labelOf } from '../../src/experiments/perceptron/data.ts'
import type { Vector } from '../../src/experiments/perceptron/geometry.ts'
import { separablePointArbitrary } from '../../src/experiments/perceptron/theorems.ts'
import { trainOnEngine } from '../../src/experiments/perceptron/train-on-engine.ts'
import { trainOnHost } from '../../src/experiments/perceptron/train-on-host.ts'
import { randomStream } from '../../src/random/stream.ts'
import { float32Sum } from '../../src/tolerances.ts'
import { offKink } from './cases.ts'
import { expectClose } from './close.ts'
import { enginesPresent } from './engines-present.ts'
import { forAny } from './for-any.ts'
import type { Field, Values } from './twin/field.ts'
import { marginLoss } from './twin/margin-loss.ts'
import { expectWayBack } from './twin-gradient.ts'

interface Visit {
  readonly weights: Vector
  readonly point: Vector
  readonly label: number
  readonly criterion: Criterion
}

/** Weights whose margin misses a by a gap or exceeds it by one, and any part across, which changes no margin. */
const visits: fc.Arbitrary<Visit> = fc
  .record({
    point: separablePointArbitrary,
    missing: offKink,
    across: fc.double({ min: -3, max: 3, noNaN: true }),
    criterion: fc.constantFrom<Criterion>('perceptron', 'hinge'),
  })
  .map(({ point: [x1, x2], missing, across, criterion }) => {
    const label = labelOf(x1, x2, 'plus-minus-one')
    const along = (label * (marginOf[criterion] - missing)) / (x1 * x1 + x2 * x2)
    return { weights: [along * x1 - across * x2, along * x2 + across * x1], point: [x1, x2], label, criterion }
  })

const lossAt = ({ point, label, criterion }: Visit, weights: Values) =>
  marginLoss(weights, point, label, marginOf[criterion])

/** One visit of the point, as a training set for one perceptron. */
const setOf = ({ weights, point, label }: Visit) => ({ runs: 1, points: 1, x: point, y: [label], start: weights })

describe('the gradient of perceptron and hinge loss', () => {
  forAny('for any weights and point off the kink: the float64 twin has it, by differences', visits, (visit) => {
    const twin = (weights: Field) => {
      const { value, derivatives } = lossAt(visit, weights.values)
      const back = (after: Values) => ({ input: derivatives.map((slope) => slope * after[0]!), parameters: {} })
      return { output: { shape: [1], values: [value] }, back }
    }
    const stream = randomStream('gradient of margin losses', 'direction')
    expectWayBack((weights) => twin(weights!), ['input'], [{ shape: [2], values: visit.weights }], stream)
    const [w1, w2] = visit.weights
    const margin = visit.label * (w1 * visit.point[0] + w2 * visit.point[1])
    expect(lossOf(margin, marginOf[visit.criterion])).toBe(lossAt(visit, visit.weights).value)
  })

  forAny('for any weights and point off the kink: a step on the host is minus it', visits, (visit) => {
    const { derivatives } = lossAt(visit, visit.weights)
    const { weights } = trainOnHost(setOf(visit), { a: marginOf[visit.criterion], epochs: 1, learningRate: 0.5 })
    expect(Array.from(weights)).toEqual(visit.weights.map((weight, index) => weight - 0.5 * derivatives[index]!))
  })

  describe.each(enginesPresent)('on %s', (engine) => {
    beforeAll(() => openEngine(engine))

    forAny('for any weights and point off the kink: a step is minus it', visits, async (visit) => {
      const { weights, point, label } = visit
      const { derivatives } = lossAt(visit, weights)
      const set = {
        ...setOf(visit),
        x: Float32Array.from(point),
        y: Float32Array.of(label),
        start: Float32Array.from(weights),
      }
      const moved = await trainOnEngine(set, { a: marginOf[visit.criterion], epochs: 1, learningRate: 0.5 })
      const expected = weights.map((weight, index) => weight - 0.5 * derivatives[index]!)
      expectClose('the weights', moved.weights, expected, (index) => float32Sum(4, Math.abs(weights[index]!) + 0.5))
    })
  })
})

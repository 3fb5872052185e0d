import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { forwardOnHost } from '../../src/experiments/dying-relu/forward-on-host.ts'
import { allPlaces, errorCount, largestExponent, pointsAt } from '../../src/experiments/eggholder/alternating-points.ts'
import { leastErrors, mostChanges, weightsOf, zigzagNet } from '../../src/experiments/eggholder/shallow-nets.ts'
import { classifyByDeepNets, tentNet } from '../../src/experiments/eggholder/tent-nets.ts'
import { openLaboratory } from '../../src/training/laboratory.ts'
import { predict } from '../../src/training/network-evaluate.ts'
import type { Weights } from '../../src/training/network-parameters.ts'
import { engineNames } from './keras/engines.ts'

/** The errors of a net on 2^k points, in float64. */
const errorsOf = (weights: Weights, exponent: number) => {
  const places = allPlaces(exponent)
  return errorCount(forwardOnHost(weights, 0, pointsAt(places, exponent)), places)
}

describe('alternating points', () => {
  test('are of class 0 and 1 by turns, and an output of 1/2 is of class 1', () => {
    const places = allPlaces(2)
    expect([...pointsAt(places, 2)]).toEqual([0, 0.25, 0.5, 0.75])
    expect(errorCount([0, 1, 0, 1], places)).toBe(0)
    expect(errorCount([0, 0.5, 0.49, 2], places)).toBe(0)
    expect(errorCount([0.5, 0.5, 0.5, 0.5], places)).toBe(2)
    expect(errorCount([1, 0, 1, Number.NaN], places)).toBe(4)
  })

  test('are told apart by float32 up to 2^24 of them; of twice as many a quarter is another point', () => {
    expect(largestExponent).toBe(24)
    // From 2^23 on the places take all bits; the last ones stand for all of them.
    const last = (exponent: number) => Uint32Array.from({ length: 4096 }, (_, place) => 2 ** exponent - 4096 + place)
    const held = (exponent: number, places: Uint32Array) =>
      pointsAt(places, exponent).filter((point, index) => point === places[index]! / 2 ** exponent).length
    expect(held(24, last(24))).toBe(4096)
    expect(held(25, last(25))).toBe(2048)
    expect(held(25, last(24))).toBe(4096)
  })
})

describe('a net of tents', () => {
  test('has two hidden layers a composition, of two units and one', () => {
    const { network, weights } = tentNet(3)
    expect(network.layers.map((layer) => layer.kind === 'dense' && [layer.units, layer.activation])).toEqual([
      ...[2, 1, 2, 1, 2, 1].map((units) => [units, 'relu']),
      [1, undefined],
    ])
    expect(weights.map(({ bias }) => bias!.length)).toEqual([2, 1, 2, 1, 2, 1, 1])
  })

  test('goes up and down 2^(k − 1) times between 0 and 1', () => {
    expect([
      ...forwardOnHost(
        tentNet(2).weights,
        0,
        [0, 1, 2, 3, 4, 5, 6, 7, 8].map((x) => x / 8),
      ),
    ]).toEqual([0, 0.5, 1, 0.5, 0, 0.5, 1, 0.5, 0])
  })

  test.each([2, 3, 6, 10])('of one composition less is wrong at every fourth of 2^%i points', (exponent) => {
    expect(errorsOf(tentNet(exponent - 1).weights, exponent)).toBe(2 ** exponent / 4)
  })

  describe.each(engineNames)('on %s', (engine) => {
    beforeAll(() => openEngine(engine))

    test.each([1, 2, 5, 9])('makes of all 2^%i points what it makes of them in float64', async (exponent) => {
      const { network, weights } = tentNet(exponent)
      const points = pointsAt(allPlaces(exponent), exponent)
      const outputs = await predict(network, weights, points)
      expect([...outputs]).toEqual([...forwardOnHost(weights, 0, points)])
      expect(errorCount(outputs, allPlaces(exponent))).toBe(0)
    })

    test('classifies all points of small sets, and of others the last and some that are drawn', async () => {
      const laboratory = openLaboratory({ HOMEWORK_BACKEND: engine, HOMEWORK_SEED: 'alternating points' })
      const nets = await classifyByDeepNets({ compositionsLeftOut: 0, mostPoints: 64 }, laboratory)
      expect(nets.map(({ exponent }) => exponent)).toEqual(Array.from({ length: 24 }, (_, index) => index + 1))
      expect(nets.map(({ points }) => points)).toEqual(nets.map(({ exponent }) => Math.min(64, 2 ** exponent)))
      expect(nets.filter(({ errors }) => errors > 0)).toEqual([])
      expect(nets.at(-1)).toMatchObject({ hiddenLayers: 48, hiddenUnits: 72 })
    })
  })
})

describe('a net with one hidden layer', () => {
  test('makes the least errors as a zigzag, whatever its units: none from 2^k − 2 on', () => {
    for (let exponent = 1; exponent <= 6; exponent++) {
      const points = 2 ** exponent
      for (let units = 1; units <= points + 1; units++) {
        expect(errorsOf(weightsOf(zigzagNet(points, units)), exponent), `${units} units`).toBe(
          leastErrors(points, units),
        )
      }
      if (exponent > 2) expect([3, 2].map((lacking) => leastErrors(points, points - lacking))).toEqual([1, 0])
    }
  })

  test.each(engineNames)('is on %s what it is in float64', async (engine) => {
    await openEngine(engine)
    const weights = weightsOf(zigzagNet(64, 62))
    const network = {
      input: [1],
      layers: [
        { kind: 'dense', units: 62, activation: 'relu' },
        { kind: 'dense', units: 1 },
      ],
    } as const
    const points = pointsAt(allPlaces(6), 6)
    expect([...(await predict(network, weights, points))]).toEqual([...forwardOnHost(weights, 0, points)])
  })

  test.each([1, 2])('of %i unit(s) on eight points gets no further than the bound, by trying', (units) => {
    // Kinks between and at the points and outside, both sides, all orders of slopes and levels that matter.
    const candidates = [-1, 1].flatMap((side) =>
      Array.from({ length: 19 }, (_, half) => half / 2 - 1).flatMap((kink) =>
        [-2, -1, 1, 2].map((coefficient) => ({ factor: 8 * side, bias: -side * kink, coefficient })),
      ),
    )
    const nets = units === 1 ? candidates.map((one) => [one]) : candidates.flatMap((a) => candidates.map((b) => [a, b]))
    let least = 8
    for (const net of nets) {
      const at = Array.from({ length: 8 }, (_, place) =>
        net.reduce((sum, unit) => sum + unit.coefficient * Math.max(0, unit.factor * (place / 8) + unit.bias), 0),
      )
      for (const level of new Set(at)) {
        const outputs = at.map((value) => value - level + 1 / 2)
        least = Math.min(least, errorCount(outputs, allPlaces(3)))
      }
    }
    expect(least).toBe(leastErrors(8, units))
    expect(mostChanges(units)).toBe(units)
  })
})

test('as few errors as a class makes that changes so often are the least, over all classes of ten points', () => {
  const least = Array<number>(10).fill(10)
  for (let classes = 0; classes < 2 ** 10; classes++) {
    const at = Array.from({ length: 10 }, (_, place) => (classes >> place) & 1)
    const changes = at.filter((one, place) => place > 0 && one !== at[place - 1]).length
    least[changes] = Math.min(
      least[changes]!,
      errorCount(
        at,
        Uint32Array.from(at, (_, place) => place),
      ),
    )
  }
  // leastErrors takes units: from three on they are one fewer than the changes.
  expect(least.slice(4)).toEqual([4, 5, 6, 7, 8, 9].map((changes) => leastErrors(10, changes - 1)))
  expect(least.slice(1, 3)).toEqual([1, 2].map((units) => leastErrors(10, units)))
})

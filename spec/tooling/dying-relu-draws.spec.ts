import { describe, expect, test } from 'vitest'
import { assignment } from '../../src/experiments/dying-relu/experiment.ts'
import { type NarrowNet, narrowNet } from '../../src/experiments/dying-relu/networks.ts'
import { drawRun } from '../../src/experiments/dying-relu/train-runs.ts'
import { clopperPearson } from '../../src/statistics/clopper-pearson.ts'
import { sampleOf } from '../../src/statistics/sample.ts'
import { meanInterval } from '../../src/statistics/student-t.ts'
import { trainableCount } from '../../src/training/network-parameters.ts'

const draw = (run: number, changes: Partial<NarrowNet> = {}, seed = 'draws') => {
  const { examples, tests, start } = drawRun({ ...assignment, ...changes, runs: 1 }, seed, run)
  return { points: examples.inputs, tests, weights: start.weights, order: start.draws().order(0, 3000) }
}
const texts = (drawn: ReturnType<typeof draw>) => Object.values(drawn).map((part) => JSON.stringify(part))

describe('what a run draws', () => {
  test('is its own: points, test points, first weights and orders', () => {
    const runs = [0, 1, 2, 1000].map((run) => texts(draw(run)))
    for (const part of [0, 1, 2, 3]) expect(new Set(runs.map((run) => run[part])).size).toBe(4)
    expect(texts(draw(0, {}, 'another seed')).some((part) => runs[0]!.includes(part))).toBe(false)
    // Test points are no training points.
    expect(runs[0]![0]!.includes(runs[0]![1]!.slice(5, 40))).toBe(false)
  })

  test('is the same for every activation, so that arms are paired', () => {
    expect(texts(draw(7, { activation: { leakyRelu: 0.2 } }))).toEqual(texts(draw(7)))
    const [nine, ten] = [draw(7, { hiddenLayers: 9 }), draw(7)]
    expect(nine.points).toEqual(ten.points)
    expect(nine.weights.slice(0, 9)).toEqual(ten.weights.slice(0, 9))
  })
})

describe('first weights', () => {
  const kernels = (net: Partial<NarrowNet>, layer: number) =>
    Array.from({ length: 400 }, (_, run) => [...draw(run, { ...net, hiddenLayers: 2 }).weights[layer]!.kernel!]).flat()

  test('are Glorot-uniform: of a layer of width 2 between ±√(6 / 4), and nearly as large', () => {
    const sizes = kernels({}, 1).map(Math.abs)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(Math.fround(Math.sqrt(1.5)))
    expect(Math.max(...sizes)).toBeGreaterThan(0.98 * Math.sqrt(1.5))
    // A uniform value exceeds half of its limit half of the time.
    const upper = sizes.filter((size) => size > Math.sqrt(1.5) / 2).length
    const share = clopperPearson(upper, sizes.length, 1e-6)
    expect(share.low < 0.5 && share.high > 0.5).toBe(true)
  })

  test('are He-normal where asked for: of variance 2 / fan in', () => {
    const { low, high } = meanInterval(sampleOf(kernels({ firstWeights: 'he normal' }, 1).map((w) => w * w)), 1e-6)
    expect(low < 1 && high > 1).toBe(true)
  })

  test('are asymmetric where asked for: one of Beta(2, 1) a unit, the others normal of 0.6007 / √fan in', () => {
    const units = Array.from({ length: 2000 }, (_, run) => {
      const { kernel, bias } = draw(run, { firstWeights: 'randomised asymmetric', hiddenLayers: 2 }).weights[1]!
      return [kernel![0]!, kernel![2]!, bias![0]!]
    })
    // E[x] = 2/3 for the one and 0 for the others, so a third of 2/3 on average, whichever place it has.
    for (const place of [0, 1, 2]) {
      const { low, high } = meanInterval(sampleOf(units.map((unit) => unit[place]!)), 1e-6)
      expect(low < 2 / 9 && high > 2 / 9).toBe(true)
    }
    // E[x²] = 1/2 for the one and 0.6007² / 2 for each of the two others.
    const squares = units.map((unit) => unit.reduce((sum, value) => sum + value ** 2, 0))
    const { low, high } = meanInterval(sampleOf(squares), 1e-6)
    expect(low < 0.5 + 0.6007 ** 2 && high > 0.5 + 0.6007 ** 2).toBe(true)
  })

  test('have zero biases but for asymmetric ones', () => {
    const biases = (net: Partial<NarrowNet>) => draw(0, net).weights.flatMap(({ bias }) => [...bias!])
    expect(new Set(biases({}))).toEqual(new Set([0]))
    expect(new Set(biases({ firstWeights: 'he normal' }))).toEqual(new Set([0]))
    expect(biases({ firstWeights: 'randomised asymmetric' })).not.toContain(0)
  })
})

test('the assignment is that of the notebook', () => {
  expect(assignment).toEqual({
    ...{ hiddenLayers: 10, width: 2, activation: 'relu', firstWeights: 'glorot uniform' },
    ...{ points: 3000, testPoints: 500, epochs: 2, batchSize: 64, learningRate: 0.01, momentum: 0.9 },
  })
})

test('the nets have the parameters of the printed summary and of the printed code', () => {
  expect([10, 9].map((hiddenLayers) => trainableCount(narrowNet({ ...assignment, hiddenLayers })))).toEqual([61, 55])
})

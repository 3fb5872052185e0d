import { describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { rmseGap, testRmse, testRmseAfter, testRmseInUnits } from '../../src/experiments/eggholder/errors.ts'
import {
  type EggholderTraining,
  repetitionStream,
  splitOf,
  trainRepetitions,
} from '../../src/experiments/eggholder/experiment.ts'
import { type EggholderNet, eggholderNetwork } from '../../src/experiments/eggholder/networks.ts'
import { float32Training, isClose, tolerances } from '../../src/tolerances.ts'
import type { Examples } from '../../src/training/train-examples.ts'
import { evaluate as evaluateTwin } from '../gradients/twin/network.ts'
import { differences } from './keras/differences.ts'
import { engineNames } from './keras/engines.ts'

const timeout = 60_000
const few: EggholderTraining = {
  ...{
    points: 'drawn',
    trainingPoints: 60,
    testPoints: 30,
    epochs: 3,
    batchSize: 20,
    learningRate: 0.01,
    momentum: 0.9,
  },
}
const net: EggholderNet = { hidden: [4, 3], normalised: true }

async function trainFew(
  changes: Partial<EggholderTraining & EggholderNet> = {},
  first = 0,
  repetitions = 2,
  seed = 'a seed',
) {
  await openEngine(engineNames[0]!)
  return trainRepetitions({ ...few, ...net, ...changes, firstRepetition: first, repetitions }, seed)
}

/** By its definition, in float64. */
function meanSquareError(weights: Awaited<ReturnType<typeof trainFew>>[0]['weights'], { inputs, targets }: Examples) {
  const outputs = evaluateTwin(eggholderNetwork(net), weights, inputs)
  return targets.reduce((sum, target, point) => sum + (outputs[point]! - target) ** 2, 0) / targets.length
}

describe('what is known of a trained net', () => {
  test('are its errors on the training and on the test points, by their definition', { timeout }, async () => {
    const trained = await trainFew()
    for (const [repetition, { weights, testErrors, trainingError }] of trained.entries()) {
      const { train, test } = splitOf(few, repetitionStream('a seed', repetition))
      const expected = [meanSquareError(weights, test), meanSquareError(weights, train)]
      // One pass: sums of 2, 4 and 3 products with some operations a layer, and then of at most 60 squares.
      expect(differences([testErrors.at(-1)!, trainingError], expected, float32Training(1, 100, 1))).toEqual([])
      expect(Math.abs(expected[0]! - expected[1]!)).toBeGreaterThan(2 * float32Training(1, 100, 1).size)
    }
  })

  test('are the losses of each epoch, and the deviation of its targets', { timeout }, async () => {
    const [first] = await trainFew()
    expect([first!.trainingLosses.length, first!.testErrors.length]).toEqual([3, 3])
    expect(first!.targetDeviation).toBe(splitOf(few, repetitionStream('a seed', 0)).targets.deviation[0])
  })

  test('is the same in an ensemble as alone, and another for another repetition or seed', { timeout }, async () => {
    const together = await trainFew({}, 0, 2)
    const [alone] = await trainFew({}, 1, 1)
    const flat = (trained: typeof alone) =>
      trained!.weights.flatMap((layer) => Object.values(layer).map((one) => [...one]))
    expect(differences(flat(together[1]).flat(), flat(alone).flat(), float32Training(9, 100, 1))).toEqual([])
    const errors = [...together, ...(await trainFew({}, 0, 1, 'another'))].map(({ testErrors }) => testErrors.join())
    expect(new Set(errors).size).toBe(3)
  })
})

test('a root mean square error is a root, in standard deviations or in the unit of the function', () => {
  const trained = {
    weights: [],
    trainingLosses: Float64Array.of(1),
    // The least is not the last: a net has the error of its end, and not the best that the test points saw.
    testErrors: Float64Array.of(0.25, 0.04, 0.0625),
    trainingError: 0.01,
    targetDeviation: 300,
  }
  expect([testRmse(trained), testRmseAfter(1)(trained), testRmseInUnits(trained)]).toEqual([0.25, 0.5, 75])
  expect(isClose(rmseGap(trained), 0.15, tolerances.hostStatistic)).toBe(true)
})

test('a net that diverges has no error, and decides nothing', { timeout }, async () => {
  const [diverged, ...sound] = [...(await trainFew({ learningRate: 1e30 }, 0, 1)), ...(await trainFew({}, 0, 7))]
  expect(testRmse(diverged!)).toBeNaN()
  const values = [diverged!, ...sound].map(testRmse)
  const judgement = judgeOrdering({ metric: 'rmse', values, claimed: { above: 0 }, smallestEffect: 0.1 })
  expect(judgement).toMatchObject({ verdict: 'inconclusive', evidence: [{ diverged: 1, value: null }] })
})

test('the notebook’s points are refused in another number than it has', () => {
  expect(() => splitOf({ ...few, points: 'the notebook’s' }, repetitionStream('a seed', 0))).toThrow(
    "the notebook's points are 80000 and 20000, not 60 and 30",
  )
})

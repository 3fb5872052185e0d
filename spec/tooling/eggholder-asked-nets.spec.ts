import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { askPair, onlyTraining, type PairOfNets } from '../../src/experiments/eggholder/asked-nets.ts'
import { fallWithParameters } from '../../src/experiments/eggholder/fall-with-parameters.ts'
import { ofMeanSquareNear, ofRmse } from '../../src/experiments/eggholder/smallest-effects.ts'
import { momentsOf } from '../../src/statistics/moments.ts'
import { float32Training, isClose, tolerances } from '../../src/tolerances.ts'
import { RunStore } from '../../src/training/run-store.ts'
import { netEndingWith } from './eggholder/given-nets.ts'
import { engineNames } from './keras/engines.ts'

const folder = mkdtempSync(join(tmpdir(), 'eggholder-'))
afterAll(() => rmSync(folder, { recursive: true }))

const pair: PairOfNets = {
  ...{
    points: 'drawn',
    trainingPoints: 40,
    testPoints: 30,
    epochs: 2,
    batchSize: 20,
    learningRate: 0.01,
    momentum: 0.9,
  },
  shallower: { hidden: [6], normalised: true },
  deeper: { hidden: [3, 2], normalised: true },
}
const laboratory = {
  seed: 'a seed',
  engine: () => openEngine(engineNames[0]!),
  store: new RunStore(folder),
} as unknown as Parameters<typeof askPair>[1]

test('two nets are asked about each test point, of which their errors are the mean', async () => {
  const { deeper, shallower } = await askPair(pair, laboratory)
  for (const { trained, squaredErrors } of [deeper, shallower]) {
    expect(squaredErrors.length).toBe(30)
    expect(new Set(squaredErrors).size).toBe(30)
    // Both are sums of 30 squares of one pass: a few dozen operations each.
    const [asked, evaluated] = [momentsOf(squaredErrors).mean, onlyTraining(trained).testErrors.at(-1)!]
    expect(isClose(asked, evaluated, float32Training(1, 100, evaluated))).toBe(true)
  }
  expect([deeper, shallower].map(({ trained }) => trained.net.hidden)).toEqual([[3, 2], [6]])
})

test('a net that was trained more than once has no only training', () => {
  expect(() => onlyTraining(netEndingWith([2], false, 0.5, 0.4))).toThrow('trained 2 times')
})

describe('the fall of the error with the parameters', () => {
  // 4 · units + 1 parameters: 13 and 121.
  const [small, large] = [netEndingWith([3], false, 0.9, 0.8), netEndingWith([30], false, 0.4, 0.7)]

  test('is that of each repetition, for each tenfold of the parameters', () => {
    const tenfolds = Math.log10(121 / 13)
    const falls = [...fallWithParameters([small, large])]
    expect(falls.every((fall, at) => isClose(fall, [0.5, 0.1][at]! / tenfolds, tolerances.hostStatistic))).toBe(true)
  })

  test('is refused for another number of nets, or for a second one that is no larger', () => {
    expect(() => fallWithParameters([small])).toThrow('not 1')
    expect(() => fallWithParameters([large, small])).toThrow('13 parameters, no more than the first (121)')
  })
})

test('a mean square is as near to a printed one as its root is to the printed one’s', () => {
  const printed = 0.09
  const [below, above] = [(0.3 - ofRmse) ** 2, (0.3 + ofRmse) ** 2]
  expect(isClose(ofMeanSquareNear(printed), above - below, tolerances.hostStatistic)).toBe(true)
})

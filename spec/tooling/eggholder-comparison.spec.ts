import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { averageOverNets, compareDepths } from '../../src/experiments/eggholder/depth-comparison.ts'
import type { EggholderTraining, TrainedEggholder } from '../../src/experiments/eggholder/experiment.ts'
import {
  asManyParametersInOneLayer,
  netsOf48Units,
  netsOfUnits,
} from '../../src/experiments/eggholder/nets-compared.ts'
import { eggholderNetwork } from '../../src/experiments/eggholder/networks.ts'
import { timeNets } from '../../src/experiments/eggholder/step-time.ts'
import { shareExplained } from '../../src/experiments/eggholder/time-explained.ts'
import { isClose, tolerances } from '../../src/tolerances.ts'
import { trainableCount } from '../../src/training/network-parameters.ts'
import { RunStore } from '../../src/training/run-store.ts'
import { engineNames } from './keras/engines.ts'

const folder = mkdtempSync(join(tmpdir(), 'eggholder-'))
afterAll(() => rmSync(folder, { recursive: true }))
const engine = () => openEngine(engineNames[0]!)

test('the nets that are compared have 48 hidden units each, or as many parameters as three layers of them', () => {
  const { one, two, three } = netsOf48Units(false)
  const units = [...one, ...two, ...three].map(({ hidden }) => hidden.reduce((sum, width) => sum + width))
  expect(units).toEqual([48, 48, 48, 48])
  expect(two.map(({ hidden }) => hidden).map(([first, second]) => [second, first])).toEqual([
    two[1]!.hidden,
    two[0]!.hidden,
  ])
  const counts = [...three, asManyParametersInOneLayer].map((net) => trainableCount(eggholderNetwork(net)))
  expect(counts).toEqual([609, 609])
  const normalised = Object.values(netsOf48Units(true)).flat()
  expect(new Set(normalised.map((net) => net.normalised))).toEqual(new Set([true]))
})

test('nets of other numbers of units are parted alike, where three layers can have as many each', () => {
  const { one, two, three } = netsOfUnits(24, true)
  expect([...one, ...two, ...three].map(({ hidden }) => hidden)).toEqual([[24], [16, 8], [8, 16], [8, 8, 8]])
  expect(netsOfUnits(48, false)).toEqual(netsOf48Units(false))
  expect(() => netsOfUnits(16, true)).toThrow('16 units')
})

test('errors are averaged over nets, repetition by repetition', () => {
  const ending = (error: number) => ({ testErrors: Float64Array.of(error) }) as TrainedEggholder
  const nets = [
    { net: netsOf48Units(false).one[0]!, repetitions: [ending(1), ending(2)] },
    { net: asManyParametersInOneLayer, repetitions: [ending(3), ending(6)] },
  ]
  expect(averageOverNets(nets, ({ testErrors }) => testErrors[0]!)).toEqual(Float64Array.of(2, 4))
})

test('all nets of a comparison are trained on the same points, and once for all', async () => {
  const few: EggholderTraining = {
    ...{
      points: 'drawn',
      trainingPoints: 20,
      testPoints: 10,
      epochs: 1,
      batchSize: 10,
      learningRate: 0.01,
      momentum: 0,
    },
  }
  const store = new RunStore(folder)
  const laboratory = { seed: 'a seed', engine, store } as unknown as Parameters<typeof compareDepths>[1]
  const [shallow, deep] = [[2], [2, 2]].map((hidden) => ({ hidden, normalised: false }))
  const comparison = { ...few, deeper: [deep!], shallower: [shallow!], repetitions: 2 }
  const { deeper, shallower } = await compareDepths(comparison, laboratory)
  const deviations = [deeper, shallower].map((nets) =>
    nets[0]!.repetitions.map(({ targetDeviation }) => targetDeviation),
  )
  expect(deviations[0]).toEqual(deviations[1])
  expect(new Set(deviations[0]).size).toBe(2)
  expect((await compareDepths({ ...comparison, deeper: [shallow!] }, laboratory)).deeper).toEqual(shallower)
})

describe('the share of time that is explained', () => {
  const nets = [[2], [4], [8], [2, 2], [4, 4]].map((hidden) => ({ hidden, normalised: false }))

  test('is all where time is a power of the parameters, or grows by a factor with each layer', () => {
    const powers = nets.map((net) => trainableCount(eggholderNetwork(net)) ** 0.7)
    expect(isClose(shareExplained(nets, powers, 'parameters'), 1, tolerances.hostStatistic)).toBe(true)
    expect(isClose(shareExplained(nets, powers, 'depth'), 1, tolerances.hostStatistic)).toBe(false)
    const factors = nets.map(({ hidden }) => 3 ** hidden.length)
    expect(isClose(shareExplained(nets, factors, 'depth'), 1, tolerances.hostStatistic)).toBe(true)
    expect(isClose(shareExplained(nets, factors, 'parameters'), 1, tolerances.hostStatistic)).toBe(false)
  })

  test('is nothing for what is the same for all nets', () => {
    expect(shareExplained(nets, [1, 2, 3, 4, 5], 'nothing')).toBe(0)
  })
})

test('steps are timed once a round for each net', async () => {
  const timed = [[4], [6]].map((hidden) => ({ hidden, normalised: false }))
  const seconds = await timeNets({ nets: timed, batchSize: 200, rounds: 3, stepsPerRound: 2 }, { seed: 'any', engine })
  expect(seconds.map(({ length }) => length)).toEqual([3, 3])
  expect(seconds.every((rounds) => rounds.every((taken) => taken > 0))).toBe(true)
})

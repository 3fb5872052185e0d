import { describe, expect, test } from 'vitest'
import { drawPoints } from '../../src/experiments/absolute-value.ts'
import { assignment } from '../../src/experiments/dying-relu/experiment.ts'
import { drawWeights, slopeOf } from '../../src/experiments/dying-relu/networks.ts'
import {
  collapsesFirst,
  countOfCollapsed,
  hasBothKinds,
  type SubmittedConfiguration,
  simulate,
} from '../../src/experiments/dying-relu/submitted.ts'
import { HostTraining } from '../../src/experiments/dying-relu/train-on-host.ts'
import { randomStream } from '../../src/random/stream.ts'
import { momentsOf } from '../../src/statistics/moments.ts'
import type { Laboratory } from '../../src/training/laboratory.ts'
import { drawsFrom } from '../../src/training/train-draws.ts'

const laboratory = { seed: 'submitted', store: { run: (_key: unknown, train: () => unknown) => train() } }
const simulateHere = (configuration: SubmittedConfiguration) => simulate(configuration, laboratory as Laboratory)

const small: SubmittedConfiguration = {
  ...assignment,
  hiddenLayers: 4,
  model: 'the same in every fit',
  simulations: 12,
  fits: 8,
  followed: 8,
  points: 200,
}

/** The notebook's loop to the letter, with no shortcut. */
function plainLoop(
  { fits, points, testPoints, epochs, batchSize, model, ...net }: SubmittedConfiguration,
  index: number,
) {
  const stream = randomStream('submitted', 'dying relu', 'simulation', index)
  const { inputs, targets } = drawPoints(stream.stream('points'), points)
  const tests = drawPoints(stream.stream('test points'), testPoints).inputs
  const make = (fit: number) => new HostTraining(drawWeights(net, stream.stream('model', fit)), slopeOf(net), net)
  let training = make(0)
  return Array.from({ length: fits }, (_, fit) => {
    if (fit > 0 && model === 'a new one for each fit') training = make(fit)
    const draws = drawsFrom(stream.stream('fit', fit))
    for (let epoch = 0; epoch < epochs; epoch++) {
      training.epoch(inputs, targets, draws.order(epoch, points), batchSize)
    }
    return momentsOf(Float64Array.from(tests, (x) => training.output(x))).variance <= 1e-3 ? 1 : 0
  })
}

describe('a simulation as submitted', () => {
  test.each([
    ['relu', 'the same in every fit'],
    ['relu', 'a new one for each fit'],
    [{ leakyRelu: 0.2 }, 'the same in every fit'],
    [{ leakyRelu: 0.2 }, 'a new one for each fit'],
  ] as const)('counts what the plain loop counts: %j, %s', async (activation, model) => {
    const configuration = { ...small, activation, model }
    const simulations = await simulateHere(configuration)
    for (const [index, { collapsed, fraction }] of simulations.entries()) {
      const expected = plainLoop(configuration, index)
      expect(Array.from(collapsed)).toEqual(expected)
      expect(fraction).toBe(expected.reduce<number>((sum, each) => sum + each, 0) / 8)
    }
    // The loop is tried on both kinds of fits.
    expect(new Set(simulations.flatMap(({ collapsed }) => [...collapsed]))).toEqual(new Set([0, 1]))
  })

  test('is left alone when it has been followed and cannot print 1.0 any more', async () => {
    const simulations = await simulateHere({ ...small, fits: 50, followed: 5 })
    const left = simulations.filter(({ fraction }) => fraction === null)
    expect(left.length).toBeGreaterThan(0)
    expect(new Set(left.map(({ collapsed }) => collapsed.length))).toEqual(new Set([5]))
    const dead = simulations.filter(({ fraction }) => fraction === 1)
    expect(dead.length).toBeGreaterThan(0)
    expect(new Set(dead.map(({ collapsed }) => collapsed.length))).toEqual(new Set([50]))
  })
})

const simulation = (...collapsed: number[]) => ({ collapsed: Uint8Array.from(collapsed), fraction: null })

test('a simulation tells the order of its fits only if it has both kinds', () => {
  expect([[1, 0, 0], [0, 1], [1, 1], [0]].map((fits) => hasBothKinds(simulation(...fits)))).toEqual([
    true,
    true,
    false,
    false,
  ])
  expect([[1, 0, 1], [0], [1, 1]].map((fits) => countOfCollapsed(simulation(...fits)))).toEqual([2, 0, 2])
})

test('collapsed fits come first, or they do not', () => {
  const first = (...collapsed: number[]) => collapsesFirst(simulation(...collapsed))
  expect([first(1, 1, 0, 0), first(0, 0), first(1, 1)]).toEqual([true, true, true])
  expect([first(0, 1), first(1, 0, 1)]).toEqual([false, false])
})

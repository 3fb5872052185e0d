import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { assignment } from '../../src/experiments/dying-relu/experiment.ts'
import { type NarrowNet, narrowNet, slopeOf } from '../../src/experiments/dying-relu/networks.ts'
import { HostTraining } from '../../src/experiments/dying-relu/train-on-host.ts'
import { isAsleep, trainOutputBias } from '../../src/experiments/dying-relu/train-output-bias.ts'
import { drawRun } from '../../src/experiments/dying-relu/train-runs.ts'
import { float32Training } from '../../src/tolerances.ts'
import { trainEnsemble } from '../../src/training/ensemble.ts'
import type { Weights } from '../../src/training/network-parameters.ts'
import { differences } from './keras/differences.ts'
import { engineNames } from './keras/engines.ts'

const { learningRate, momentum, batchSize } = assignment
const activations: NarrowNet['activation'][] = ['relu', { leakyRelu: 0.01 }, { leakyRelu: 0.3 }]
const flat = (weights: Weights) => weights.flatMap(({ kernel, bias }) => [...kernel!, ...bias!])
const hidden = (weights: Weights) => flat(weights.slice(0, -1))

/** Runs with few points, of which the last batch has fewer: 300 = 4 · 64 + 44. */
const drawn = (net: Partial<NarrowNet>, runs: number) => {
  const configuration = { ...assignment, ...net, points: 300, runs }
  return Array.from({ length: runs }, (_, run) => drawRun(configuration, 'training', run))
}

function trainOnEngine(net: NarrowNet, runs: ReturnType<typeof drawn>, epochs: number) {
  return trainEnsemble(
    {
      network: narrowNet(net),
      loss: 'mean squared error',
      optimizer: { learningRate, momentum, nesterov: true },
      epochs,
      batchSize,
    },
    runs.map(({ examples }) => examples),
    runs.map(({ start }) => start),
  )
}

describe.each(engineNames)('on %s', (engine) => {
  beforeAll(() => openEngine(engine))

  // Three hidden layers, so that most nets are awake: two epochs of five steps.
  test.each(activations)('a net ends where a float64 loop on the host ends: %j', async (activation) => {
    const net: NarrowNet = { ...assignment, activation, hiddenLayers: 3, firstWeights: 'randomised asymmetric' }
    const runs = drawn(net, 12)
    const trained = await trainOnEngine(net, runs, 2)
    for (const [run, { examples, start }] of runs.entries()) {
      const host = new HostTraining(start.weights, slopeOf(net), { learningRate, momentum })
      const draws = start.draws()
      for (const epoch of [0, 1]) host.epoch(examples.inputs, examples.targets, draws.order(epoch, 300), batchSize)
      const expected = host.parameters.flatMap((layer) => [...layer])
      // Each step goes through four layers and back, with sums over at most 64 points.
      const tolerance = float32Training(10, 2 * 4 * 5 + 64, Math.max(...expected.map(Math.abs)))
      expect(differences(flat(trained[run]!.weights), expected, tolerance)).toEqual([])
    }
  })

  test('a net that is asleep moves nothing but the bias of its output, as the shortcut has it', async () => {
    const net: NarrowNet = assignment
    const runs = drawn(net, 30).filter(({ start }) => isAsleep(start.weights))
    expect(runs.length).toBeGreaterThan(20)
    const trained = await trainOnEngine(net, runs, 2)
    for (const [run, { examples, start }] of runs.entries()) {
      const { weights } = trained[run]!
      expect(hidden(weights)).toEqual(hidden(start.weights))
      const expected = trainOutputBias(start.weights, examples, start.draws(), { ...assignment, epochs: 2 })
      expect(expected.at(-1)!.bias![0]).toBeGreaterThan(0.5)
      expect(differences(flat(weights), flat(expected), float32Training(10, 64, 2))).toEqual([])
    }
  })

  test('a net that is silent, but has a bias, is not taken for asleep', () => {
    const silent = drawn(assignment, 30).find(({ start }) => isAsleep(start.weights))!.start.weights
    const biased = silent.map((layer, index) => (index === 9 ? { ...layer, bias: Float32Array.of(0.1, 0.1) } : layer))
    expect(isAsleep(biased)).toBe(false)
  })
})

import { expect, test } from 'vitest'
import printed from '../../fixtures/notebook.json' with { type: 'json' }
import { openEngine } from '../../src/backend/chain.ts'
import {
  assignment,
  type EggholderTraining,
  repetitionStream,
  splitOf,
  trainRepetitions,
} from '../../src/experiments/eggholder/experiment.ts'
import { eggholderNetwork } from '../../src/experiments/eggholder/networks.ts'
import { float32Training, isClose } from '../../src/tolerances.ts'
import type { Weights } from '../../src/training/network-parameters.ts'
import { startFrom } from '../../src/training/train-draws.ts'
import { evaluate as evaluateTwin } from '../gradients/twin/network.ts'
import { engineNames } from './keras/engines.ts'

test('the full scale is what the notebook ran: 100,000 points, a fifth for the test, 2000 epochs of 80 batches', () => {
  const { epochs, stepsAnEpoch } = printed['P4.3']
  const { trainingPoints, testPoints, batchSize } = assignment.full
  expect(assignment.full.epochs).toBe(epochs)
  expect([trainingPoints, testPoints]).toEqual([80_000, 20_000])
  expect(trainingPoints / batchSize).toBe(stepsAnEpoch)
})

// SGD(learning_rate=0.01, momentum=0.9, nesterov=True), as the notebook compiles its nets.
test('at either scale nets descend by 0.01 with Nesterov’s momentum of 0.9, and quick epochs have as many steps', () => {
  for (const { learningRate, momentum } of [assignment.quick, assignment.full]) {
    expect([learningRate, momentum]).toEqual([0.01, 0.9])
  }
  const { trainingPoints, batchSize } = assignment.quick
  expect(trainingPoints / batchSize).toBe(printed['P4.3'].stepsAnEpoch)
})

test('two steps of a training are Nesterov’s, by the gradient in the bias of the output', {
  timeout: 60_000,
}, async () => {
  await openEngine(engineNames[0]!)
  const net = { hidden: [4, 3], normalised: false }
  const batch: EggholderTraining = { ...assignment.quick, trainingPoints: 50, testPoints: 10, batchSize: 50 }
  const network = eggholderNetwork(net)
  const stream = repetitionStream('a seed', 0)
  const { train } = splitOf(batch, stream)
  const biasOf = (weights: Weights) => weights.at(-1)!.bias![0]!
  const gradientIn = (weights: Weights) => {
    const outputs = evaluateTwin(network, weights, train.inputs)
    return train.targets.reduce((sum, target, point) => sum + 2 * (outputs[point]! - target), 0) / train.targets.length
  }
  const after = async (epochs: number) => {
    const configuration = { ...batch, ...net, epochs, firstRepetition: 0, repetitions: 1 }
    return (await trainRepetitions(configuration, 'a seed'))[0]!.weights
  }
  const [first, second, third] = [startFrom(network, stream.stream('training')).weights, await after(1), await after(2)]

  let [bias, velocity] = [biasOf(first), 0]
  for (const [from, to] of [
    [first, second],
    [second, third],
  ] as const) {
    const descent = 0.01 * gradientIn(from)
    velocity = 0.9 * velocity - descent
    bias += 0.9 * velocity - descent
    expect(Math.abs(descent)).toBeGreaterThan(float32Training(2, 100, 1).size)
    expect(isClose(biasOf(to), bias, float32Training(2, 100, 1))).toBe(true)
  }
})

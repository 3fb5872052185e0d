import { beforeAll, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { evaluateEnsemble, predictEnsemble, trainEnsemble } from '../../src/training/ensemble.ts'
import type { Network } from '../../src/training/network.ts'
import type { TrainingConfiguration } from '../../src/training/train.ts'

const network: Network = {
  input: [1],
  layers: [
    { kind: 'dense', units: 2, activation: 'relu' },
    { kind: 'batch normalisation' },
    { kind: 'dropout', rate: 0.5 },
    { kind: 'dense', units: 1 },
  ],
}
const examples = { inputs: new Float32Array(4), targets: new Float32Array(4) }
const configuration: TrainingConfiguration = {
  network,
  loss: 'mean squared error',
  optimizer: { learningRate: 0.1, momentum: 0, nesterov: false },
  epochs: 1,
  batchSize: 2,
}

beforeAll(() => openEngine('wasm'))

test('of no nets come no trained ones, no scores and no predictions', async () => {
  expect(await trainEnsemble(configuration, examples, [], { validation: examples })).toEqual([])
  expect(await evaluateEnsemble(network, 'mean squared error', [], examples)).toEqual([])
  expect(await predictEnsemble(network, [], examples.inputs)).toEqual([])
})

test('an unsound training of no nets is refused all the same', async () => {
  await expect(trainEnsemble({ ...configuration, batchSize: 0 }, examples, [])).rejects.toThrow(RangeError)
})

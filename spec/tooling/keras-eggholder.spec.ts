import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { predict } from '../../src/training/network-evaluate.ts'
import type { Weights } from '../../src/training/network-parameters.ts'
import type { Trained } from '../../src/training/train.ts'
import { differences } from './keras/differences.ts'
import { engineNames } from './keras/engines.ts'
import { type GoldenTraining, goldenEggholders } from './keras/golden.ts'
import { differencesOf, replay, toleranceOf } from './keras/replay.ts'

/** Where the net says anything else of the unseen points than Keras's does, in evaluation mode. */
async function differencesOfOutputs(weights: Weights, golden: GoldenTraining): Promise<string[]> {
  const { inputs, outputs } = golden.evaluation
  const predictions = await predict(golden.network, weights, Float32Array.from(inputs))
  return differences(predictions, outputs, toleranceOf(golden, 1))
}

describe.each(engineNames)('on %s', (engine) => {
  beforeAll(() => openEngine(engine))

  describe.each(goldenEggholders)('20 steps of the Eggholder net $title end where those of Keras 3 do', (golden) => {
    let trained: Trained
    beforeAll(async () => {
      trained = await replay(golden)
    })

    test('in all weights and moving statistics', () => {
      expect(differencesOf(trained.weights, golden)).toEqual([])
    })

    test('in the loss of the steps and in evaluation', () => {
      const { training, validation } = trained.history[0]!
      const expected = [golden.training.loss, golden.evaluation.loss]
      expect(differences([training.loss, validation!.loss], expected, toleranceOf(golden, 1))).toEqual([])
    })

    test('in what it predicts', async () => {
      expect(await differencesOfOutputs(trained.weights, golden)).toEqual([])
    })
  })
})

describe('another rule is told apart:', () => {
  beforeAll(() => openEngine('cpu'))

  test.each(goldenEggholders)('momentum without Nesterov, in $title', async (golden) => {
    const { weights } = await replay(golden, { optimizer: { ...golden.optimizer, nesterov: false } })
    expect(differencesOf(weights, golden)).not.toEqual([])
    expect(await differencesOfOutputs(weights, golden)).not.toEqual([])
  })

  test.each(goldenEggholders.slice(1))('moving statistics that stay as they were, in $title', async (golden) => {
    const layers = golden.network.layers.map((layer) =>
      layer.kind === 'batch normalisation' ? { ...layer, momentum: 1 } : layer,
    )
    const { weights } = await replay(golden, { network: { ...golden.network, layers } })
    // What is trained goes by the statistics of the batches, so that these alone differ; but what is predicted as well.
    expect(differencesOf(weights, golden)).not.toEqual([])
    expect(differencesOf(weights, golden).filter((line) => !/moving(Mean|Variance)/.test(line))).toEqual([])
    expect(await differencesOfOutputs(weights, golden)).not.toEqual([])
  })
})

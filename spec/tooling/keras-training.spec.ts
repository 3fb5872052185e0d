import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { predict } from '../../src/training/network-evaluate.ts'
import { differences } from './keras/differences.ts'
import { engineNames } from './keras/engines.ts'
import { type GoldenTraining, goldenTrainings } from './keras/golden.ts'
import { differencesOf, replay, toleranceOf } from './keras/replay.ts'
import { softmax } from './keras/softmax.ts'

const named = (title: string) => goldenTrainings.find((golden) => golden.title === title)!

/** What the net says in Keras's terms: a classifier's last layer there is softmax. */
function outputsOf(logits: Float32Array, { loss, network }: GoldenTraining): ArrayLike<number> {
  if (loss === 'mean squared error') return logits
  const classes = (network.layers.at(-1) as { units: number }).units
  return softmax(logits, classes)
}

describe.each(engineNames)('on %s', (engine) => {
  beforeAll(() => openEngine(engine))

  describe.each(goldenTrainings)('ten steps of the $title net end where those of Keras 3 do', (golden) => {
    test('in all weights and moving statistics', async () => {
      expect(differencesOf((await replay(golden)).weights, golden)).toEqual([])
    })

    test('in the scores as it trains and in evaluation', async () => {
      const { training, validation } = (await replay(golden)).history[0]!
      // One example more or less is 0.01 of the accuracy, far outside the tolerance.
      const scores = [training, validation!].flatMap(({ loss, accuracy }) => [loss, accuracy ?? -1])
      const expected = [golden.training, golden.evaluation].flatMap(({ loss, accuracy }) => [loss, accuracy ?? -1])
      expect(differences(scores, expected, toleranceOf(golden, 1))).toEqual([])
    })

    test('in what it predicts', async () => {
      const { weights } = await replay(golden)
      const predictions = await predict(golden.network, weights, Float32Array.from(golden.evaluation.inputs))
      expect(differences(outputsOf(predictions, golden), golden.evaluation.outputs, toleranceOf(golden, 1))).toEqual([])
    })
  })
})

describe('another rule is told apart:', () => {
  beforeAll(() => openEngine('cpu'))

  test('momentum without Nesterov', async () => {
    const golden = named('dense')
    const { weights } = await replay(golden, { optimizer: { ...golden.optimizer, nesterov: false } })
    expect(differencesOf(weights, golden)).not.toEqual([])
  })

  test('a mask that is the same at every step', async () => {
    const golden = named('dropped')
    const first = Object.fromEntries(
      Object.entries(golden.masks).map(([layer, steps]) => [
        layer,
        steps.map((mask) => steps[0]!.slice(0, mask.length)),
      ]),
    )
    const { weights } = await replay({ ...golden, masks: first })
    expect(differencesOf(weights, golden)).not.toEqual([])
  })

  test('a batch normalisation with the epsilon 1e-5', async () => {
    const golden = named('normalised')
    const layers = golden.network.layers.map((layer) =>
      layer.kind === 'batch normalisation' ? { ...layer, epsilon: 1e-5 } : layer,
    )
    const { weights } = await replay(golden, { network: { ...golden.network, layers } })
    expect(differencesOf(weights, golden)).not.toEqual([])
  })
})

import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { predict } from '../../src/training/network-evaluate.ts'
import { entriesOf, parameterShapes, type Weights } from '../../src/training/network-parameters.ts'
import type { Trained } from '../../src/training/train.ts'
import { differences } from './keras/differences.ts'
import { weightDigestDifferences } from './keras/digest-differences.ts'
import { engineNames } from './keras/engines.ts'
import { givenLenet } from './keras/given-lenet.ts'
import { type GivenTraining, goldenLenets } from './keras/golden.ts'
import { read } from './keras/read.ts'
import { firstPass, replay, toleranceOf, trainingOf } from './keras/replay.ts'
import { softmax } from './keras/softmax.ts'

// The engine of this run alone: cpu takes ten seconds for the ten steps of one net, wasm a fifth of a second.
const engine = engineNames[0]!

/** Milliseconds: a busy machine takes several times that. */
const timeout = 300_000

beforeAll(() => openEngine(engine))

describe.each(goldenLenets.lenets)('LeNet-5, $variant, is that of the notebook in Keras 3:', (golden) => {
  const { variant, evaluationProbabilities, trainingProbabilities, trainings } = golden
  let given: GivenTraining
  beforeAll(() => {
    given = givenLenet(variant, 1)
  })

  test('it has the same parameters', () => {
    const shapes = entriesOf(parameterShapes(given.network)).map(({ name, value }) => ({ name, shape: value }))
    expect(shapes).toEqual(trainings[0]!.parameters.map(({ name, shape }) => ({ name, shape })))
  })

  test('with the same first weights it predicts the same', async () => {
    const predictions = await predictionsOf(given, trainingOf(given).start.weights)
    expect(differences(predictions, evaluationProbabilities, toleranceOf(given, 1))).toEqual([])
  })

  test('with the same masks it makes the same of a batch in training', async () => {
    const probabilities = await read(() => tf.softmax(firstPass(given)))
    expect(differences(probabilities, trainingProbabilities, toleranceOf(given, 1))).toEqual([])
  })

  describe.each(trainings)(
    'steps of training: $steps',
    ({ steps, training, evaluation, probabilities, parameters }) => {
      let given: GivenTraining
      let trained: Trained
      beforeAll(async () => {
        given = givenLenet(variant, steps)
        trained = await replay(given)
      }, timeout)

      test('they end at the same weights and moving statistics', () => {
        expect(weightDigestDifferences(trained.weights, given, parameters)).toEqual([])
      })

      test('they have the same scores as it trains and in evaluation', () => {
        const history = trained.history[0]!
        const scores = [history.training, history.validation!].flatMap(({ loss, accuracy }) => [loss, accuracy!])
        const expected = [training, evaluation].flatMap(({ loss, accuracy }) => [loss, accuracy!])
        expect(differences(scores, expected, toleranceOf(given, 1))).toEqual([])
      })

      test('they lead to the same predictions', async () => {
        const predictions = await predictionsOf(given, trained.weights)
        expect(differences(predictions, probabilities, toleranceOf(given, 1))).toEqual([])
      })
    },
  )
})

/** Of the unseen images. */
async function predictionsOf(given: GivenTraining, weights: Weights): Promise<number[]> {
  return softmax(await predict(given.network, weights, trainingOf(given).validation.inputs), 10)
}

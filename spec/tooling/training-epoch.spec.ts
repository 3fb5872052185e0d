import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { propertySeed } from '../../src/random/property-seed.ts'
import { randomStream } from '../../src/random/stream.ts'
import { float32Sum } from '../../src/tolerances.ts'
import { evaluate } from '../../src/training/network-evaluate.ts'
import { train } from '../../src/training/train.ts'
import { startFrom } from '../../src/training/train-draws.ts'
import { differences } from './keras/differences.ts'
import { examplesFor, type SmallTraining, smallTraining } from './training/small-trainings.ts'

beforeAll(() => openEngine('cpu'))

test('an epoch counts each example once, however the batches are cut', () => {
  // A learning rate that is 0 in float32 moves no weight, so the loss of the epoch is the loss of the net. Both sides add one term an example.
  const property = async (training: SmallTraining) => {
    const layers = training.configuration.network.layers.filter(({ kind }) => kind === 'dense')
    const network = { ...training.configuration.network, layers }
    const optimizer = { learningRate: 1e-50, momentum: 0, nesterov: false }
    const examples = examplesFor(training, 0)
    const start = startFrom(network, randomStream(training.seed, 'start'))
    const still = { ...training.configuration, network, optimizer, epochs: 1 }
    const { history } = await train(still, examples, start, { validation: examples })
    const [scores, expected] = [history[0]!.training, await evaluate(network, still.loss, start.weights, examples)]
    expect(scores.accuracy).toBe(expected.accuracy)
    const tolerance = float32Sum(2 * (training.count + 4), expected.loss)
    expect(differences([scores.loss], [expected.loss], tolerance)).toEqual([])
    expect(history[0]!.validation).toEqual(expected)
  }
  return fc.assert(fc.asyncProperty(smallTraining, property), { seed: propertySeed('loop', 'epoch'), numRuns: 40 })
})

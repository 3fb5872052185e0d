import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { propertySeed } from '../../src/random/property-seed.ts'
import { randomStream } from '../../src/random/stream.ts'
import { evaluateEnsemble, predictEnsemble, trainEnsemble } from '../../src/training/ensemble.ts'
import { evaluate, predict } from '../../src/training/network-evaluate.ts'
import { train } from '../../src/training/train.ts'
import { startFrom } from '../../src/training/train-draws.ts'
import { bitwiseEngineNames } from './keras/engines.ts'
import { examplesFor, type SmallTraining, smallTraining } from './training/small-trainings.ts'

const runs = [0, 1, 2]
const startOf = ({ configuration, seed }: SmallTraining, run: number) =>
  startFrom(configuration.network, randomStream(seed, 'run', run))

/** For any training such that the property holds, on a seed of its own. */
const holds = (name: string, property: (training: SmallTraining) => Promise<void>) =>
  fc.assert(fc.asyncProperty(smallTraining, property), { seed: propertySeed('ensembles', name), numRuns: 40 })

// For the other engines see keras-ensemble.spec.ts.
describe.each(bitwiseEngineNames)('on %s', (engine) => {
  beforeAll(() => openEngine(engine))

  test('an ensemble of one is the net alone', () =>
    holds('one', async (training) => {
      const examples = examplesFor(training, 0)
      const alone = await train(training.configuration, examples, startOf(training, 0), { validation: examples })
      const [only] = await trainEnsemble(training.configuration, [examples], [startOf(training, 0)], {
        validation: examples,
      })
      expect(only).toEqual(alone)
    }))
})

describe('on cpu', () => {
  beforeAll(() => openEngine('cpu'))

  test('each net of an ensemble is the net alone, with its own examples, weights, orders and masks', () =>
    holds('many', async (training) => {
      const { configuration } = training
      const examples = runs.map((run) => examplesFor(training, run))
      const starts = runs.map((run) => startOf(training, run))
      const ensemble = await trainEnsemble(configuration, examples, starts, { validation: examples })
      for (const run of runs) {
        const alone = await train(configuration, examples[run]!, starts[run]!, { validation: examples[run]! })
        expect(ensemble[run]).toEqual(alone)
      }
    }))

  test('what nets of an ensemble predict and score is what each does alone', () =>
    holds('evaluation', async (training) => {
      const { network, loss } = training.configuration
      const members = runs.map((run) => startOf(training, run).weights)
      const examples = examplesFor(training, 0)
      const predictions = await predictEnsemble(network, members, examples.inputs)
      const scores = await evaluateEnsemble(network, loss, members, examples)
      for (const run of runs) {
        expect(predictions[run]).toEqual(await predict(network, members[run]!, examples.inputs))
        expect(scores[run]).toEqual(await evaluate(network, loss, members[run]!, examples))
      }
    }))

  test('examples that all nets share are those of each', () =>
    holds('shared', async (training) => {
      const examples = examplesFor(training, 0)
      const starts = runs.map((run) => startOf(training, run))
      const shared = await trainEnsemble(training.configuration, examples, starts)
      const copied = await trainEnsemble(
        training.configuration,
        runs.map(() => examples),
        starts,
      )
      expect(shared).toEqual(copied)
    }))
})

test('an ensemble has no convolutions', () => {
  const network = { input: [4, 4, 1], layers: [{ kind: 'flatten' as const }] }
  expect(() => predictEnsemble(network, [[{}]], new Float32Array(16))).toThrow(/not one of \[4,4,1\] with flatten/)
})

import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { HomeworkError } from '../../src/homework-error.ts'
import { propertySeed } from '../../src/random/property-seed.ts'
import { randomStream } from '../../src/random/stream.ts'
import { evaluateEnsemble, predictEnsemble, trainEnsemble } from '../../src/training/ensemble.ts'
import { largestTensorOf } from '../../src/training/nets-at-once.ts'
import type { Progress } from '../../src/training/progress.ts'
import { startFrom } from '../../src/training/train-draws.ts'
import { bitwiseEngineNames } from './keras/engines.ts'
import { examplesFor, smallTraining } from './training/small-trainings.ts'

const runs = [0, 1, 2, 3, 4]

/** Has the engine take tensors of so many bytes only, as a GPU would; returns the work's result and the largest it saw. */
async function limited<T>(bytes: number, work: () => Promise<T>): Promise<{ result: T; largest: number }> {
  const limits = { maxBufferSize: bytes, maxStorageBufferBindingSize: bytes }
  const backend = tf.backend() as { device?: object }
  const made = vi.spyOn(tf.engine(), 'trackTensor')
  backend.device = { limits }
  try {
    const result = await work()
    return { result, largest: Math.max(0, ...made.mock.calls.map(([tensor]) => tensor.size * 4)) }
  } finally {
    delete backend.device
    made.mockRestore()
  }
}

/** For any ensemble of five nets, of which the engine takes one to three at once. */
const forAnyEnsemble = (name: string, holds: (whole: () => Promise<unknown>, most: number) => Promise<void>) =>
  fc.assert(
    fc.asyncProperty(smallTraining, fc.boolean(), fc.constantFrom(1, 2, 3), async (training, shared, atOnce) => {
      const { configuration, count } = training
      const { network, loss, batchSize } = configuration
      const examples = shared ? examplesFor(training, 0) : runs.map((run) => examplesFor(training, run))
      const inputs = Array.isArray(examples) ? examples.map((set) => set.inputs) : examples.inputs
      const starts = runs.map((run) => startFrom(network, randomStream(training.seed, 'run', run)))
      const whole = async () => {
        const trained = await trainEnsemble(configuration, examples, starts, { validation: examples })
        const weights = trained.map((net) => net.weights)
        const scores = await evaluateEnsemble(network, loss, weights, examples)
        return { trained, scores, predictions: await predictEnsemble(network, weights, inputs) }
      }
      await holds(whole, atOnce * largestTensorOf(network, count, Math.max(batchSize, count)))
    }),
    { seed: propertySeed('ensembles', name), numRuns: 15 },
  )

/** Milliseconds: a busy machine takes several times that. */
const timeout = 60_000

describe.each(bitwiseEngineNames)('on %s', (engine) => {
  beforeAll(() => openEngine(engine))

  test('an ensemble makes no tensor that the engine cannot take', { timeout }, () =>
    forAnyEnsemble('limits', async (whole, most) => {
      const { largest } = await limited(most, whole)
      expect(largest).toBeLessThanOrEqual(most)
    }),
  )
})

// The bits of wasm depend on how many nets stand side by side.
describe('on cpu', () => {
  beforeAll(() => openEngine('cpu'))

  test('an ensemble in parts ends as it would whole', { timeout }, () =>
    forAnyEnsemble('in parts', async (whole, most) => {
      const { result } = await limited(most, whole)
      expect(result).toEqual(await whole())
    }),
  )
})

const network = {
  input: [1],
  layers: [
    { kind: 'dense' as const, units: 4 },
    { kind: 'dense' as const, units: 1 },
  ],
}
const configuration = {
  ...{ network, loss: 'mean squared error' as const, epochs: 2, batchSize: 4 },
  optimizer: { learningRate: 0.1, momentum: 0, nesterov: false },
}
const examples = { inputs: new Float32Array(8), targets: new Float32Array(8) }
const starts = runs.map((run) => startFrom(network, randomStream('progress', run)))
const bytes = largestTensorOf(network, 8, 8)

test('the progress is that of the whole ensemble', async () => {
  const heard: Progress[] = []
  await limited(2 * bytes, () =>
    trainEnsemble(configuration, examples, starts, { progress: (progress) => heard.push(progress) }),
  )
  expect(heard.map(({ share }) => share)).toEqual([0.2, 0.4, 0.6, 0.8, 0.9, 1].map((share) => expect.closeTo(share, 9)))
  expect(heard.at(-1)).toMatchObject({ epoch: 2, epochs: 2, secondsLeft: 0 })
  for (const { seconds, secondsLeft, share } of heard) expect(seconds * (1 - share)).toBeCloseTo(secondsLeft * share, 9)
})

test('a net that is too large alone is refused', async () => {
  const train = () => limited(bytes - 1, async () => trainEnsemble(configuration, examples, starts))
  await expect(train()).rejects.toThrow(HomeworkError)
  await expect(train()).rejects.toThrow(
    `A net needs a tensor of ${bytes} bytes, and the engine takes none of more than ${bytes - 1}.`,
  )
})

import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { assigned } from '../../src/experiments/lenet/arms.ts'
import { examplesOf, pickDigits, pixelStatistics } from '../../src/experiments/lenet/examples.ts'
import { trainingDigits } from '../../src/experiments/lenet/experiment.ts'
import { layerShifts, type ShiftConfiguration, shiftRun } from '../../src/experiments/lenet/internal-covariate-shift.ts'
import { lenet } from '../../src/experiments/lenet/networks.ts'
import { startOf } from '../../src/experiments/lenet/start.ts'
import { engineKey } from '../../src/training/engine-key.ts'
import { disposeTensors, stackWeights, uploadWeights } from '../../src/training/network-tensors.ts'
import { sourceDigest } from '../../src/training/source-digest.ts'
import { train } from '../../src/training/train.ts'
import { engineNames } from './keras/engines.ts'
import { glyphs, timeout } from './lenet/small-lenet.ts'

const engine = () => openEngine(engineNames[0]!)
beforeAll(async () => void (await engine()))

const statistics = pixelStatistics(glyphs.train)

describe('the run of a training', () => {
  const configuration: ShiftConfiguration = {
    ...assigned.batchNormalisation,
    ...{ steps: 4, batchSize: 5, learningRate: 0.1, every: 2, probeImages: 8 },
  }
  const run = (changes: Partial<ShiftConfiguration> = {}, seed = 'a seed') =>
    shiftRun({ ...configuration, ...changes }, { seed, engine }, glyphs)

  test('has a key that names all that determines it', async () => {
    const { key } = await run()
    expect(key).toEqual({
      experiment: 'internal covariate shift batch normalisation',
      sources: expect.anything(),
      configuration,
      seed: 'a seed',
      engine: await engineKey({ engine }),
      data: glyphs.digest,
    })
    for (const module of ['internal-covariate-shift.ts', 'mnist/mnist.ts']) {
      expect(key.sources).toContain(sourceDigest(new URL(`../../src/experiments/lenet/${module}`, import.meta.url)))
    }
  })

  test('measures the steps asked for, from the weights that the same training has there', { timeout }, async () => {
    const shifts = await (await run()).train()
    expect(shifts.map(({ step }) => step)).toEqual([2, 4])
    const network = lenet(configuration.variant)
    const digits = trainingDigits(20 + 8, 'a seed', glyphs)
    const start = startOf(network, 0, 'a seed')
    const order = start.draws().order(0, 20)
    const optimizer = { learningRate: 0.1, momentum: 0, nesterov: false }
    const pick = (places: ArrayLike<number>) => examplesOf(pickDigits(digits, places), 'standardised', statistics)
    const weightsAfter = async (steps: number) => {
      const draws = () => ({ ...start.draws(), order: () => Int32Array.from({ length: 5 * steps }, (_, at) => at) })
      const training = { network, loss: 'softmax cross-entropy', optimizer, epochs: 1, batchSize: 5 } as const
      return (await train(training, pick(order.subarray(0, 5 * steps)), { weights: start.weights, draws })).weights
    }
    const [batch, probe] = [pick(order.subarray(15, 20)), pick([20, 21, 22, 23, 24, 25, 26, 27])]
    const before = uploadWeights(network, stackWeights(network, [await weightsAfter(3)]), [])
    const after = uploadWeights(network, stackWeights(network, [await weightsAfter(4)]), [])
    const tensors = {
      batch: { inputs: tf.tensor(batch.inputs, [5, 28, 28, 1]), targets: tf.tensor(batch.targets, [5, 10]) },
      probe: tf.tensor(probe.inputs, [8, 28, 28, 1]),
    }
    expect(shifts[1]!.layers).toEqual(await layerShifts(network, before, after, tensors.batch, tensors.probe))
    for (const parameters of [before, after]) disposeTensors(parameters)
    tf.dispose([tensors.batch.inputs, tensors.batch.targets, tensors.probe])
  })

  test('is another one with another seed, repetition or net', { timeout }, async () => {
    const runs = [await run(), await run({}, 'another'), await run({ repetition: 1 }), await run(assigned.plain)]
    const shifts = []
    for (const { train } of runs) shifts.push(JSON.stringify(await train()))
    expect(new Set(shifts)).toHaveLength(4)
  })

  test('needs images that are not seen twice', async () => {
    const { train } = await run({ probeImages: 21 })
    await expect(train()).rejects.toThrow(new RangeError('20 images to train on and 21 to probe are more than 40'))
  })
})

import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { assigned } from '../../src/experiments/lenet/arms.ts'
import {
  decadesOf,
  reductions,
  shiftOfGradient,
  shiftOfInput,
} from '../../src/experiments/lenet/covariate-shift-comparison.ts'
import { examplesOf, pickDigits, pixelStatistics } from '../../src/experiments/lenet/examples.ts'
import { trainingDigits } from '../../src/experiments/lenet/experiment.ts'
import { gradientShift, laterGradients } from '../../src/experiments/lenet/gradient-shift.ts'
import { inputShift } from '../../src/experiments/lenet/input-shift.ts'
import {
  layerShifts,
  type ShiftConfiguration,
  type StepShift,
  shiftRun,
} from '../../src/experiments/lenet/internal-covariate-shift.ts'
import { layerInputs, placesOfLaterLayers } from '../../src/experiments/lenet/layer-inputs.ts'
import { lenet, type Variant } from '../../src/experiments/lenet/networks.ts'
import { startOf } from '../../src/experiments/lenet/start.ts'
import { randomStream } from '../../src/random/stream.ts'
import { float32Training, isClose, tolerances } from '../../src/tolerances.ts'
import { engineKey } from '../../src/training/engine-key.ts'
import { type Batch, backpropagate } from '../../src/training/network-gradients.ts'
import { mapParameters, type Weights } from '../../src/training/network-parameters.ts'
import { disposeTensors, stackWeights, uploadWeights } from '../../src/training/network-tensors.ts'
import { sourceDigest } from '../../src/training/source-digest.ts'
import { train } from '../../src/training/train.ts'
import { evaluate as evaluateTwin } from '../gradients/twin/network.ts'
import { differences, largest } from './keras/differences.ts'
import { engineNames } from './keras/engines.ts'
import { glyphs, timeout } from './lenet/small-lenet.ts'

const engine = () => openEngine(engineNames[0]!)
beforeAll(async () => void (await engine()))

const statistics = pixelStatistics(glyphs.train)
const count = 4
const examples = examplesOf(pickDigits(glyphs.train, [0, 1, 2, 3]), 'standardised', statistics)
/** A chain of the sums over 5 · 5 · 1, 5 · 5 · 6, 5 · 5 · 16, 120 and 84 products, and some operations a layer. */
const roundings = 25 + 150 + 400 + 120 + 84 + 5 * 32

/** Weights, and others near them: in all layers, or in some. */
function twoNets(variant: Variant, moves: (layer: number) => boolean) {
  const network = lenet(variant)
  const { weights } = startOf(network, 0, 'covariate shift')
  const moved = mapParameters(weights, (values, name, layer) => {
    const stream = randomStream('covariate shift', 'move', layer, name)
    return moves(layer) ? values.map((value) => value + stream.normal(0, 0.05)) : values
  })
  return { network, weights, moved }
}

/** What a function of tensors makes of two nets and a batch, read; all tensors are disposed. */
async function onEngine<T>(
  variant: Variant,
  [before, after]: readonly [Weights, Weights],
  use: (before: ReturnType<typeof uploadWeights>, after: ReturnType<typeof uploadWeights>, batch: Batch) => Promise<T>,
): Promise<T> {
  const network = lenet(variant)
  const [first, second] = [before, after].map((weights) => uploadWeights(network, stackWeights(network, [weights]), []))
  const batch = {
    inputs: tf.tensor(examples.inputs, [count, 28, 28, 1]),
    targets: tf.tensor(examples.targets, [count, 10]),
  }
  const result = await use(first!, second!, batch)
  for (const parameters of [first!, second!]) disposeTensors(parameters)
  tf.dispose([batch.inputs, batch.targets])
  return result
}

async function read(tensors: readonly tf.Tensor[]): Promise<Float32Array[]> {
  const values = await Promise.all(tensors.map((tensor) => tensor.data<'float32'>()))
  tf.dispose([...tensors])
  return values
}

describe('the shift of an input', () => {
  const before = randomStream('covariate shift', 'inputs').fillNormal(new Float32Array(600), 0, 100).map(Math.round)
  const shift = (after: Float32Array, scale = 1) =>
    inputShift(
      before.map((value) => value * scale),
      after.map((value) => value * scale),
      3,
    )
  const deviations = [0, 1, 2].map((unit) => {
    const values = Array.from(before).filter((_, index) => index % 3 === unit)
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
  })
  const expectClose = (value: number, expected: number) =>
    expect(isClose(value, expected, tolerances.hostStatistic), `${value} is ${expected}`).toBe(true)

  test('is 0 if nothing changes, or only which image has which value', () => {
    expect(shift(before)).toBe(0)
    const turned = before.map((_, index) => before[(index + 3) % before.length]!)
    expect(shift(turned)).toBe(0)
  })

  test('of a unit that moves is the way in standard deviations, and it is averaged over the units', () => {
    const moved = before.map((value, index) => value + (index % 3 === 1 ? 40 : 0))
    expectClose(shift(moved), 40 / deviations[1]! / 3)
  })

  test('sees a change of the spread alone, and no change of a scale that was there before', () => {
    const wider = before.map((value) => 2 * value)
    const sizes = [0, 1, 2].map((unit) => {
      const values = Array.from(before).filter((_, index) => index % 3 === unit)
      return values.reduce((sum, value) => sum + Math.abs(value), 0) / values.length / deviations[unit]!
    })
    expectClose(shift(wider), (sizes[0]! + sizes[1]! + sizes[2]!) / 3)
    expectClose(shift(wider, 8), shift(wider))
  })

  test('is no number where a unit was constant', () => {
    const dead = before.map((value, index) => (index % 3 === 2 ? 5 : value))
    expect(inputShift(dead, dead, 3)).toBeNaN()
  })
})

describe('the inputs of the later layers', () => {
  test('are what the float64 twin gives them', { timeout }, async () => {
    const { network, weights } = twoNets('plain', () => false)
    const inputs = await onEngine('plain', [weights, weights], (parameters, _, batch) =>
      read(layerInputs(network, parameters, batch.inputs)),
    )
    expect(placesOfLaterLayers(network)).toEqual([2, 4, 6, 7])
    for (const [layer, place] of placesOfLaterLayers(network).entries()) {
      const before = { ...network, layers: network.layers.slice(0, place) }
      const expected = evaluateTwin(before, weights, examples.inputs)
      expect(differences(inputs[layer]!, expected, float32Training(1, roundings, largest(expected)))).toEqual([])
    }
  })

  test('come from batch normalisation with the mean and spread that it gives', { timeout }, async () => {
    const { network, weights } = twoNets('batch normalisation', () => false)
    const inputs = await onEngine('batch normalisation', [weights, weights], (parameters, _, batch) =>
      read(layerInputs(network, parameters, batch.inputs)),
    )
    const units = 84
    for (let unit = 0; unit < units; unit++) {
      const mean =
        inputs[3]!.filter((_, index) => index % units === unit).reduce((sum, value) => sum + value, 0) / count
      expect(Math.abs(mean)).toBeLessThan(float32Training(1, roundings, 1).size)
    }
  })
})

describe('the gradients of the later layers', () => {
  test.each<Variant>(['plain', 'batch normalisation'])(
    'of LeNet-5, %s, are those of the whole net whose earlier layers alone are others',
    { timeout },
    async (variant) => {
      const { network, weights, moved } = twoNets(variant, () => true)
      const shifted = await onEngine(variant, [weights, moved], (own, earlier, batch) =>
        read(laterGradients(network, earlier, own, batch)),
      )
      for (const [layer, place] of placesOfLaterLayers(network).entries()) {
        const mixed = weights.map((values, index) => (index < place ? moved[index]! : values))
        const expected = await onEngine(variant, [mixed, mixed], (parameters, _, batch) => {
          const { kernel, bias } = tf.tidy(() => {
            const { gradients } = backpropagate(network, 'softmax cross-entropy', parameters, batch, new Map())
            return { kernel: gradients[place]!.kernel!, bias: gradients[place]!.bias! }
          })
          return read([kernel, bias])
        })
        const values = [...expected[0]!, ...expected[1]!]
        expect(differences(shifted[layer]!, values, float32Training(1, roundings, largest(values)))).toEqual([])
      }
    },
  )

  test('are the slopes of the float64 loss of that net', { timeout }, async () => {
    const { network, weights, moved } = twoNets('plain', () => true)
    const shifted = await onEngine('plain', [weights, moved], (own, earlier, batch) =>
      read(laterGradients(network, earlier, own, batch)),
    )
    for (const [layer, place] of placesOfLaterLayers(network).entries()) {
      const direction = { kernel: Math.sin, bias: Math.cos }
      const lossAt = (step: number) => {
        const mixed = mapParameters(weights, (values, name, index) => {
          if (index !== place) return index < place ? moved[index]![name]! : values
          const along = direction[name as 'kernel' | 'bias']
          return Float64Array.from(values, (value, at) => value + step * along(at))
        })
        return meanLoss(Array.from(evaluateTwin(network, mixed as unknown as Weights, examples.inputs)))
      }
      const h = 2 ** -12
      const slope = (lossAt(h) - lossAt(-h)) / (2 * h)
      const { kernel, bias } = weights[place]!
      const along = [...Array.from(kernel!, (_, at) => Math.sin(at)), ...Array.from(bias!, (_, at) => Math.cos(at))]
      const products = Array.from(shifted[layer]!, (value, at) => value * along[at]!)
      const size = products.reduce((sum, value) => sum + Math.abs(value), 0)
      const value = products.reduce((sum, product) => sum + product, 0)
      // The central difference is off by h² / 6 of a third derivative, which is less than what float32 rounds.
      expect(isClose(value, slope, float32Training(1, roundings, size)), `${value} is ${slope}`).toBe(true)
    }
  })
})

function meanLoss(logits: number[]): number {
  const losses = Array.from({ length: count }, (_, image) => {
    const [row, target] = [logits, examples.targets].map((values) => values.slice(image * 10, image * 10 + 10))
    return Math.log([...row!].reduce((sum, logit) => sum + Math.exp(logit), 0)) - row![target!.indexOf(1)]!
  })
  return losses.reduce((sum, loss) => sum + loss, 0) / count
}

describe('the shift of a gradient', () => {
  test('has the size of the difference, the size of the first and the cosine of the angle', () => {
    const shift = gradientShift(Float32Array.of(3, 0), Float32Array.of(3, 4))
    expect(shift).toEqual({ difference: 4, norm: 3, cosine: 9 / (3 * 5) })
  })

  test('of a gradient that was 0 has no cosine', () => {
    expect(gradientShift(Float32Array.of(0), Float32Array.of(1))).toEqual({
      difference: 1,
      norm: 0,
      cosine: Number.NaN,
    })
  })
})

describe.each<Variant>(['plain', 'batch normalisation'])('a step of LeNet-5, %s,', (variant) => {
  const shiftsWhen = async (moves: (layer: number) => boolean) => {
    const { network, weights, moved } = twoNets(variant, moves)
    return onEngine(variant, [weights, moved], (before, after, batch) =>
      layerShifts(network, before, after, batch, batch.inputs),
    )
  }
  const places = placesOfLaterLayers(lenet(variant))

  test('shifts no layer whose earlier layers stay, by either definition', { timeout }, async () => {
    for (const [layer, place] of places.entries()) {
      const shifts = await shiftsWhen((index) => index >= place)
      for (const { input, gradient } of shifts.slice(0, layer + 1)) {
        expect(input).toBe(0)
        expect(gradient.difference).toBe(0)
        expect(isClose(gradient.cosine, 1, tolerances.hostStatistic)).toBe(true)
      }
      for (const { input, gradient } of shifts.slice(layer + 1)) {
        expect(input).toBeGreaterThan(0)
        expect(gradient.difference).toBeGreaterThan(0)
      }
    }
  })
})

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

describe('the reduction of a shift', () => {
  const stepOf = (...inputs: number[]): StepShift => ({
    step: 1,
    layers: inputs.map((input) => ({ input, gradient: { difference: 2 * input, norm: 20, cosine: 1 } })),
  })

  test('is the mean of logarithms over steps and layers', () => {
    expect(decadesOf([stepOf(1, 100), stepOf(10, 0.1)], shiftOfInput)).toBe(0.5)
    expect(decadesOf([stepOf(10, 1000)], shiftOfGradient)).toBe(1)
  })

  test('is positive where the first net shifts less, in each training by itself', () => {
    const nets = [
      [[stepOf(1)], [stepOf(100)]],
      [[stepOf(100)], [stepOf(10)]],
    ] as const
    expect(reductions(nets, shiftOfInput)).toEqual(Float64Array.of(2, -1))
  })
})

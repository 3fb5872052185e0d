import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { examplesOf, pickDigits, pixelStatistics } from '../../src/experiments/lenet/examples.ts'
import { laterGradients } from '../../src/experiments/lenet/gradient-shift.ts'
import { layerShifts } from '../../src/experiments/lenet/internal-covariate-shift.ts'
import { layerInputs, placesOfLaterLayers } from '../../src/experiments/lenet/layer-inputs.ts'
import { lenet, type Variant } from '../../src/experiments/lenet/networks.ts'
import { startOf } from '../../src/experiments/lenet/start.ts'
import { randomStream } from '../../src/random/stream.ts'
import { float32Training, isClose, tolerances } from '../../src/tolerances.ts'
import { type Batch, backpropagate } from '../../src/training/network-gradients.ts'
import { mapParameters, type Weights } from '../../src/training/network-parameters.ts'
import { disposeTensors, stackWeights, uploadWeights } from '../../src/training/network-tensors.ts'
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

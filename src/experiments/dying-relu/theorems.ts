import fc from 'fast-check'
import type { TheoremQuestion } from '../../claims/judges/theorem.ts'
import { propertySeed } from '../../random/property-seed.ts'
import { randomStream } from '../../random/stream.ts'
import type { Weights } from '../../training/network-parameters.ts'
import { domain, drawPoints } from '../absolute-value.ts'
import { drawWeights, type NarrowNet, slopeOf } from './networks.ts'
import { HostTraining } from './train-on-host.ts'

export type NetsConfiguration = Pick<NarrowNet, 'activation'>

const cases = 300

/** Any narrow net whose weights and biases are drawn, and one of its hidden layers. */
const netWithLayer = fc
  .record({
    hiddenLayers: fc.integer({ min: 1, max: 10 }),
    width: fc.integer({ min: 1, max: 4 }),
    draw: fc.nat(),
    learningRate: fc.constantFrom(0.001, 0.01, 0.1),
    momentum: fc.constantFrom(0, 0.9),
  })
  .chain((net) => fc.record({ net: fc.constant(net), silent: fc.integer({ min: 0, max: net.hiddenLayers - 1 }) }))

type NetWithLayer = typeof netWithLayer extends fc.Arbitrary<infer Value> ? Value : never

/**
 * A silent layer cuts the net in two: what is below it gets no gradient, and what is above sees nothing of the input. So
 * once a layer of a net at rest is silent on the whole domain, it stays so, and the net stays constant.
 */
export function deathIsAbsorbing(
  { activation }: NetsConfiguration,
  { seed }: { seed: string },
): TheoremQuestion<NetWithLayer> {
  return {
    statement:
      'for any net at rest with a silent layer, training moves nothing up to that layer, nor makes it depend on x',
    arbitrary: netWithLayer,
    holds({ net: { draw, learningRate, momentum, ...shape }, silent }) {
      const stream = randomStream(seed, 'death is absorbing', draw)
      const net: NarrowNet = { ...shape, activation, firstWeights: 'randomised asymmetric' }
      const weights = silence(drawWeights(net, stream), silent)
      const training = new HostTraining(weights, slopeOf(net), { learningRate, momentum })
      const { inputs, targets } = drawPoints(stream.stream('points'), 50)
      const upTo = () => training.parameters.slice(0, silent + 1).flatMap((layer) => Array.from(layer))
      const before = upTo()
      for (let epoch = 0; epoch < 3; epoch++) {
        training.epoch(inputs, targets, stream.stream('order', epoch).permutation(50), 16)
      }
      const outputs = new Set(Array.from(inputs, (input) => training.output(input)))
      return outputs.size === 1 && upTo().every((value, index) => Object.is(value, before[index]))
    },
    cases,
    seed: propertySeed(seed, 'death is absorbing'),
  }
}

/** Turns the signs of a layer's parameters so that its units are never above zero on the domain. */
function silence(weights: Weights, silent: number): Weights {
  return weights.map(({ kernel, bias }, layer) => {
    if (layer !== silent) return { kernel: kernel!, bias: bias! }
    // The first layer's input has either sign, that of a later one is not negative. The 1 % is for float32's rounding.
    const reach = layer === 0 ? 1.01 * domain.high : 0
    return {
      kernel: layer === 0 ? kernel! : kernel!.map((value) => -Math.abs(value)),
      bias: bias!.map((value, unit) => -Math.abs(value) - reach * Math.abs(kernel![unit]!)),
    }
  })
}

/** Below zero a leaky unit passes its slope's share of a gradient, and a product of numbers that are not 0 is not 0. */
export function everyLayerLearns(
  { activation }: NetsConfiguration,
  { seed }: { seed: string },
): TheoremQuestion<[draw: number, size: number, sign: number]> {
  const net: NarrowNet = { hiddenLayers: 10, width: 2, activation, firstWeights: 'glorot uniform' }
  return {
    statement: 'for any first weights and input but 0, each layer has a parameter whose gradient is not 0',
    arbitrary: fc.tuple(fc.nat(), fc.double({ min: 2 ** -10, max: domain.high, noNaN: true }), fc.constantFrom(-1, 1)),
    holds([draw, size, sign]) {
      const weights = drawWeights(net, randomStream(seed, 'every layer learns', draw))
      const training = new HostTraining(weights, slopeOf(net), { learningRate: 1, momentum: 0 })
      // Far from any output, so that there is an error to learn from; after one step the velocity is the gradient.
      training.epoch([sign * size], [100], [0], 1)
      return training.velocities.every((layer) => layer.some((velocity) => velocity !== 0))
    },
    cases,
    seed: propertySeed(seed, 'every layer learns'),
  }
}

import fc from 'fast-check'
import { drawWeights, type NarrowNet, narrowNet } from '../../src/experiments/dying-relu/networks.ts'
import { type EggholderNet, eggholderNetwork } from '../../src/experiments/eggholder/networks.ts'
import { lenet, type Variant } from '../../src/experiments/lenet/networks.ts'
import { type DeepNet, deepNetwork, normalWeights } from '../../src/experiments/vanishing-gradients/deep-nets.ts'
import { randomStream, type Stream } from '../../src/random/stream.ts'
import { initialWeights } from '../../src/training/network-parameters.ts'
import { small } from './cases.ts'
import { type DrawnNet, drawNet } from './drawn-net.ts'

/*
 * The nets of the experiments, by the functions that make them there: smaller ones, to which a counterexample shrinks, and
 * those of the homework.
 */

/** Nets of one shape. */
export interface NetCase<Shape> {
  readonly shape: Shape
  readonly examples: number
  readonly nets: number
  readonly draw: number
}

const caseOf = <Shape>(shape: fc.Arbitrary<Shape>, examples: fc.Arbitrary<number>): fc.Arbitrary<NetCase<Shape>> =>
  fc.record({ shape, examples, nets: small(3), draw: fc.nat() })

/** Draws the nets of a case. */
function drawnBy<Shape>(name: string, drawOne: (shape: Shape, examples: number, stream: Stream) => DrawnNet) {
  return ({ shape, examples, nets, draw }: NetCase<Shape>): DrawnNet[] =>
    Array.from({ length: nets }, (_, net) => drawOne(shape, examples, randomStream(name, draw, net)))
}

export const reluNetCases = caseOf<NarrowNet>(
  fc.record({
    hiddenLayers: small(10),
    width: fc.constantFrom(2, 2, 1, 3, 5),
    activation: fc.oneof(fc.constant('relu' as const), fc.record({ leakyRelu: fc.constantFrom(0.01, 0.2, 0.3) })),
    firstWeights: fc.constantFrom('glorot uniform' as const, 'he normal' as const, 'randomised asymmetric' as const),
  }),
  small(6),
)
export const drawReluNets = drawnBy<NarrowNet>('ReLU nets', (shape, examples, stream) =>
  drawNet(narrowNet(shape), 'mean squared error', drawWeights(shape, stream.stream('weights')), examples, stream),
)

export const eggholderCases = caseOf<EggholderNet>(
  fc.record({ hidden: fc.array(small(6), { minLength: 1, maxLength: 3 }), normalised: fc.boolean() }),
  small(6),
)
export const drawEggholderNets = drawnBy<EggholderNet>('Eggholder nets', (shape, examples, stream) => {
  const network = eggholderNetwork(shape)
  return drawNet(network, 'mean squared error', initialWeights(network, stream.stream('weights')), examples, stream)
})

export const deepNetCases = caseOf<DeepNet>(
  fc.record({
    activation: fc.constantFrom('tanh' as const, 'sigmoid' as const, 'relu' as const),
    hiddenLayers: small(6),
    width: small(6),
    gain: fc.constantFrom(0.5, 1, 2, 3),
  }),
  small(6),
)
export const drawDeepNets = drawnBy<DeepNet>('deep nets', (shape, examples, stream) => {
  const weights = normalWeights(shape, stream.stream('weights'))
  return drawNet(deepNetwork(shape), 'mean squared error', weights, examples, stream)
})

/**
 * Behind a dense layer batch normalisation makes beta of a single image, and all gradients before it are 0: so there are
 * two images at least. The Eggholder nets have that edge.
 */
export const lenetCases = (variant: Variant): fc.Arbitrary<NetCase<Variant>> => {
  const normalised = lenet(variant).layers.some(({ kind }) => kind === 'batch normalisation')
  return caseOf(fc.constant(variant), small(4, normalised ? 2 : 1)).map((drawn) => ({ ...drawn, nets: 1 }))
}
export const drawLenets = drawnBy<Variant>('LeNet-5', (variant, examples, stream) => {
  const network = lenet(variant)
  return drawNet(network, 'softmax cross-entropy', initialWeights(network, stream.stream('weights')), examples, stream)
})

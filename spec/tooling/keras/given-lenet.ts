import { lenet, type Variant } from '../../../src/experiments/lenet/networks.ts'
import { fansOf, sizeOf } from '../../../src/layers/fans.ts'
import { type Network, shapesOf } from '../../../src/training/network.ts'
import {
  mapParameters,
  type ParameterName,
  parameterShapes,
  type Weights,
} from '../../../src/training/network-parameters.ts'
import type { Examples } from '../../../src/training/train-examples.ts'
import { type GivenTraining, goldenLenets } from './golden.ts'
import { shares, uniform } from './recipe.ts'

/**
 * What fixtures/keras/make_lenet.py trained for so many steps, drawn again by its recipe, but for the net as the project
 * describes it.
 */
export function givenLenet(variant: Variant, steps: number): GivenTraining {
  const network = lenet(variant)
  const { batchSize, learningRate, seen, unseen } = goldenLenets
  return {
    network,
    loss: 'softmax cross-entropy',
    optimizer: { learningRate, momentum: 0, nesterov: false },
    batchSize,
    ...examples(0, steps * batchSize),
    masks: masksOf(network, batchSize, steps),
    firstWeights: firstWeights(network),
    evaluation: examples(seen, seen + unseen),
  }
}

/** From one place to another in the row of images. */
function examples(from: number, to: number): Examples {
  const glyphs = shares('glyph', 10 * 7 * 7)
  const inputs = uniform('ink', 0.5, 1, to * 28 * 28).map((ink, pixel) => {
    const [image, row, column] = [Math.floor(pixel / 28 / 28), Math.floor(pixel / 28) % 28, pixel % 28]
    return glyphs[49 * (image % 10) + 7 * (row >> 2) + (column >> 2)]! < 0.25 ? ink : 0
  })
  const targets = Float32Array.from({ length: to * 10 }, (_, place) => +(Math.floor(place / 10) % 10 === place % 10))
  return { inputs: inputs.subarray(from * 28 * 28), targets: targets.subarray(from * 10) }
}

const ranges = {
  bias: [-0.1, 0.1],
  gamma: [0.5, 1.5],
  beta: [-0.5, 0.5],
  movingMean: [-0.5, 0.5],
  movingVariance: [0.5, 1.5],
} as const

function firstWeights(network: Network): Weights {
  const before = new Map<ParameterName, number>()
  return mapParameters(parameterShapes(network), (shape, name) => {
    const place = before.get(name) ?? 0
    before.set(name, place + 1)
    const [low, high] = name === 'kernel' ? glorotRange(shape) : ranges[name]
    return uniform(`${name} ${place}`, low, high, sizeOf(shape))
  })
}

function glorotRange(shape: readonly number[]): readonly [low: number, high: number] {
  const { fanIn, fanOut } = fansOf(shape)
  const bound = Math.sqrt(6 / (fanIn + fanOut))
  return [-bound, bound]
}

function masksOf(network: Network, batchSize: number, steps: number): GivenTraining['masks'] {
  const shapes = shapesOf(network)
  const dropouts = network.layers.flatMap((layer, index) => (layer.kind === 'dropout' ? [{ index, ...layer }] : []))
  return Object.fromEntries(
    dropouts.map(({ index, rate }, place) => {
      const size = batchSize * sizeOf(shapes[index]!)
      const drawn = shares(`mask ${place}`, steps * size)
      const mask = new Float32Array(drawn.map((share) => (share < rate ? 0 : 1 / (1 - rate))))
      return [index, Array.from({ length: steps }, (_, step) => mask.subarray(step * size, (step + 1) * size))]
    }),
  )
}

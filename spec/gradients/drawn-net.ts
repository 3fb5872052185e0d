import { dropoutMask } from '../../src/layers/dropout.ts'
import type { Stream } from '../../src/random/stream.ts'
import type { LossName } from '../../src/training/loss.ts'
import { type Layer, type Network, shapesOf } from '../../src/training/network.ts'
import { mapParameters, type Weights } from '../../src/training/network-parameters.ts'
import { drawField } from './draw.ts'
import { exactly, type Field, sizeOf, type Values } from './twin/field.ts'
import { layerTwin, linearTwin } from './twin/layer.ts'
import type { TwinBatch, TwinMasks } from './twin/network.ts'

/** A net with weights and a batch: a point at which its loss is differentiated. */
export interface DrawnNet {
  readonly network: Network
  readonly loss: LossName
  readonly weights: Weights
  readonly batch: TwinBatch
  readonly masks: TwinMasks
}

/**
 * Draws a batch, masks, and what first weights leave at 0 or 1: biases, gammas and betas. The biases before a rectifier
 * keep its sums off the kink.
 *
 * @param weights - whose kernels are kept
 * @param examples - of the batch
 */
export function drawNet(
  network: Network,
  loss: LossName,
  weights: Weights,
  examples: number,
  stream: Stream,
): DrawnNet {
  const shapes = shapesOf(network)
  const inputs = drawField(stream.stream('inputs'), [examples, ...network.input])
  const masks = new Map(
    network.layers.flatMap((layer, index): [number, Field][] => {
      if (layer.kind !== 'dropout') return []
      const shape = [examples, ...shapes[index]!]
      return [[index, { shape, values: dropoutMask(stream.stream('mask', index), layer.rate, sizeOf(shape)) }]]
    }),
  )
  const moved = mapParameters(weights, (values, name, index) => {
    if (name === 'kernel' || name.startsWith('moving')) return values
    return drawField(stream.stream(name, index), [values.length], 0.3, values[0]! > 0 ? 1 : 0).values as Float32Array
  })
  const targets = drawTargets(loss, examples, sizeOf(shapes.at(-1)!), stream.stream('targets'))
  const batch = { inputs, targets }
  return { network, loss, weights: offKinks(network, moved, inputs, masks, stream.stream('biases')), batch, masks }
}

function drawTargets(loss: LossName, examples: number, units: number, stream: Stream): Float32Array {
  const targets = stream.fillNormal(new Float32Array(examples * units))
  if (loss === 'mean squared error') return targets
  targets.fill(0)
  for (let row = 0; row < examples; row++) targets[row * units + stream.integer(units)] = 1
  return targets
}

/** The weights with other biases before rectifiers: no sum is nearer to 0 than the gap. */
function offKinks(network: Network, weights: Weights, inputs: Field, masks: TwinMasks, stream: Stream): Weights {
  let x = inputs
  return network.layers.map((layer, index) => {
    const own = weights[index]!
    const given = isRectified(layer) ? { ...own, bias: biasesOffKinks(layer, own.kernel!, x, stream) } : own
    x = layerTwin(layer, given, x, { mask: masks.get(index)?.values, round: exactly }).output
    return given
  })
}

type LinearLayer = Parameters<typeof linearTwin>[0]

function isRectified(layer: Layer): layer is LinearLayer {
  if (layer.kind !== 'dense' && layer.kind !== 'convolution') return false
  return layer.activation === 'relu' || typeof layer.activation === 'object'
}

function biasesOffKinks(layer: LinearLayer, kernel: Values, x: Field, stream: Stream): Float32Array {
  const units = layer.kind === 'dense' ? layer.units : layer.filters
  const { output } = linearTwin(layer, { kernel, bias: new Float64Array(units) }, x)
  return Float32Array.from({ length: units }, (_, unit) => {
    const sums = Array.from(output.values).filter((_, index) => index % units === unit)
    return biasOffKink(
      sums.sort((a, b) => a - b),
      stream,
    )
  })
}

const gap = 1 / 8

/** The bias that brings 0 into the middle of the widest gap between sums, or all sums above 0, or now and then below. */
function biasOffKink(sorted: readonly number[], stream: Stream): number {
  if (stream.integer(8) === 0) return -sorted.at(-1)! - gap
  const widths = sorted.slice(1).map((sum, index) => sum - sorted[index]!)
  const widest = Math.max(...widths, 0)
  if (widest < 2 * gap) return gap - sorted[0]!
  return -(sorted[widths.indexOf(widest)]! + widest / 2)
}

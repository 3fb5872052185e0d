import type { Layer } from '../../../src/training/network.ts'
import type { LayerParameters } from '../../../src/training/network-parameters.ts'
import { activate } from './activation.ts'
import { averagePooling } from './average-pooling.ts'
import { normalisationInEvaluation, normalisationInTraining } from './batch-normalisation.ts'
import { convolution } from './convolution.ts'
import { dense } from './dense.ts'
import { dropout } from './dropout.ts'
import { exactly, type Field, type Round, sizeOf, type Twin, type Values } from './field.ts'
import { sliding } from './sliding.ts'

/** Keras's default, which a layer may leave out. */
const defaultEpsilon = 1e-3

/** Training, with a mask for a dropout layer, or evaluation: they differ for batch normalisation and dropout alone. */
export type Mode = { readonly mask: Values | undefined; readonly round: Round } | 'evaluation'

/**
 * One layer with its activation.
 *
 * @param x - [batch, …]
 */
export function layerTwin(layer: Layer, given: LayerParameters<Values>, x: Field, mode: Mode): Twin {
  switch (layer.kind) {
    case 'dense':
    case 'convolution':
      return chain(linearTwin(layer, given, x), (z) =>
        activate(z, layer.activation ?? 'linear', mode === 'evaluation' ? exactly : mode.round),
      )
    case 'average pooling': {
      const [down, across] = [1, 2].map((axis) => sliding(x.shape[axis]!, layer.size, layer.size, 'valid'))
      return averagePooling(x, [layer.size, layer.size], down!, across!)
    }
    case 'flatten':
      return {
        output: { shape: [x.shape[0]!, sizeOf(x.shape.slice(1))], values: x.values },
        back: (after) => ({ input: Float64Array.from(after), parameters: {} }),
      }
    case 'batch normalisation': {
      const { gamma, beta, movingMean, movingVariance } = given as Required<typeof given>
      const epsilon = layer.epsilon ?? defaultEpsilon
      return mode === 'evaluation'
        ? normalisationInEvaluation(x, gamma, beta, movingMean, movingVariance, epsilon)
        : normalisationInTraining(x, gamma, beta, epsilon, mode.round)
    }
    case 'dropout':
      return dropout(x, mode === 'evaluation' ? new Float64Array(x.values.length).fill(1) : mode.mask!)
  }
}

/** A dense layer or a convolution before its activation. */
export function linearTwin(
  layer: Extract<Layer, { readonly kind: 'dense' | 'convolution' }>,
  { kernel, bias }: LayerParameters<Values>,
  x: Field,
): Twin {
  const inputs = x.shape.at(-1)!
  if (layer.kind === 'dense') return dense(x, { shape: [inputs, layer.units], values: kernel! }, bias!)
  const { size, filters, padding = 'valid' } = layer
  const [down, across] = [1, 2].map((axis) => sliding(x.shape[axis]!, size, 1, padding))
  return convolution(x, { shape: [size, size, inputs, filters], values: kernel! }, bias!, down!, across!)
}

function chain(first: Twin, next: (output: Field) => Twin): Twin {
  const second = next(first.output)
  return { output: second.output, back: (after) => first.back(second.back(after).input) }
}

import type { Stream } from '../../random/stream.ts'
import type { Network } from '../../training/network.ts'
import { parameterShapes, type Weights } from '../../training/network-parameters.ts'

/** Standard deviation of the parameters that stay symmetric, times √fan in: Lu et al. derive it for ReLU. */
const deviation = 0.6007

/**
 * Randomised asymmetric initialisation (Lu et al., arXiv 1903.06733): of the weights and the bias of a unit one, chosen
 * at random, is positive, from Beta(2, 1), so that a unit with inputs above zero is seldom silent; the others are normal
 * with mean 0 and standard deviation 0.6007 / √fan in.
 *
 * The constants, and that the bias takes part, agree in two public implementations; that the first and the last layer
 * are drawn in the same way is our reading.
 *
 * @param network - dense layers only
 */
export function asymmetricWeights(network: Network, stream: Stream): Weights {
  return parameterShapes(network).map((shapes, index) => {
    const [inputs, units] = shapes.kernel as [number, number]
    const ofLayer = stream.stream('layer', index)
    const normal = ofLayer.fillNormal(new Float32Array((inputs + 1) * units), 0, deviation / Math.sqrt(inputs))
    // √u is Beta(2, 1) for a uniform u: its distribution function is x².
    for (let unit = 0; unit < units; unit++) {
      normal[ofLayer.integer(inputs + 1) * units + unit] = Math.sqrt(ofLayer.uniform())
    }
    return { kernel: normal.slice(0, inputs * units), bias: normal.slice(inputs * units) }
  })
}

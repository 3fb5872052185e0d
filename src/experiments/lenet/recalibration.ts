import * as tf from '@tensorflow/tfjs'
import { sizeOf } from '../../layers/fans.ts'
import type { Network } from '../../training/network.ts'
import { entriesOf, mapParameters, type ParameterName, type Weights } from '../../training/network-parameters.ts'
import { pass } from '../../training/network-pass.ts'
import { disposeTensors, stackWeights, uploadWeights } from '../../training/network-tensors.ts'

/**
 * The same net with moving statistics taken anew, from images with nothing dropped: those that its batch normalisations
 * meet in evaluation. It is how Li et al. (arXiv 1801.05134, section 4.4) undo the variance shift.
 *
 * @param inputs - [images, …input of the net] float32, passed as one batch
 */
export async function recalibrated(network: Network, weights: Weights, inputs: Float32Array): Promise<Weights> {
  // What is left of a moving statistic after a batch is nothing, so that one batch gives its own; and nothing is dropped.
  const undropped: Network = {
    ...network,
    layers: network.layers.map((layer) => (layer.kind === 'batch normalisation' ? { ...layer, momentum: 0 } : layer)),
  }
  const parameters = uploadWeights(network, stackWeights(network, [weights]), [])
  const count = inputs.length / sizeOf(network.input)
  const taken = tf.tidy(() => {
    const x = tf.tensor(inputs, [count, ...network.input])
    const one = tf.scalar(1)
    const masks = new Map(network.layers.flatMap(({ kind }, layer) => (kind === 'dropout' ? [[layer, one]] : [])))
    return entriesOf(pass(undropped, parameters, x, masks).statistics).map((entry) => ({ ...entry }))
  })
  try {
    const values = await Promise.all(taken.map(({ value }) => value.data<'float32'>()))
    const found = (layer: number, name: ParameterName) =>
      taken.findIndex((one) => one.layer === layer && one.name === name)
    return mapParameters(weights, (own, name, layer) => values[found(layer, name)]?.slice() ?? own)
  } finally {
    disposeTensors(parameters)
    for (const { value } of taken) value.dispose()
  }
}

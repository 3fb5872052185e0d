import * as tf from '@tensorflow/tfjs'
import { entriesOf, isTrainable } from '../../../src/training/network-parameters.ts'
import { pass } from '../../../src/training/network-pass.ts'
import { downloadWeights, uploadWeights } from '../../../src/training/network-tensors.ts'
import type { GoldenArray } from '../../tooling/keras/golden.ts'
import { givenWeights, masksOf } from '../../tooling/keras/replay.ts'
import type { GivenLayer, LayerAnswer } from './goldens.ts'

/** Passes the inputs through a layer, and takes the gradients of its output's sum along the direction. */
export async function differentiate(given: GivenLayer): Promise<LayerAnswer> {
  const { network, mode } = given
  const { output, inputs, parameters } = tf.tidy(() => {
    const x = tensorOf(given.inputs)
    const weights = uploadWeights(network, givenWeights(given), [])
    const trainable = entriesOf(weights).filter(({ name }) => isTrainable(name))
    const outputOf = () => pass(network, weights, x, mode === 'training' ? masksOf(given, 0) : mode).outputs.at(-1)!
    const [inputs, ...gradients] = tf.grads(() => tf.mul(outputOf(), tensorOf(given.direction)))([
      x,
      ...trainable.map(({ value }) => value),
    ])
    const parameters = [Object.fromEntries(trainable.map(({ name }, place) => [name, gradients[place]!]))]
    return { output: tf.clone(outputOf()), inputs: inputs!, parameters }
  })
  const answer = {
    output: await output.data(),
    inputs: await inputs.data(),
    parameters: (await downloadWeights(parameters, []))[0]!,
  }
  tf.dispose({ output, inputs, parameters })
  return answer
}

function tensorOf({ shape, values }: GoldenArray): tf.Tensor {
  return tf.tensor(values, shape, 'float32')
}

import * as tf from '@tensorflow/tfjs'
import type { Field, Values } from './twin/field.ts'

type Function = (...given: tf.Tensor[]) => tf.Tensor

export interface OnEngine {
  readonly shape: readonly number[]
  readonly value: Float32Array
}

/** What a function of tensors gives on the engine that is open. */
export async function valueOnEngine(compute: Function, given: readonly Field[]): Promise<OnEngine> {
  const output = tf.tidy(() => compute(...given.map(tensorOf)))
  const [value] = await read([output])
  return { shape: output.shape, value: value! }
}

/**
 * What a function of tensors gives on the engine that is open, and its gradients in each of them.
 *
 * @param after - the derivatives of what comes after in its output; ones by default
 * @throws {Error} if a gradient has another shape than what it is the gradient in
 */
export async function onEngine(
  compute: Function,
  given: readonly Field[],
  after?: Values,
): Promise<OnEngine & { readonly gradients: readonly Float32Array[] }> {
  const { output, gradients } = tf.tidy(() => {
    const tensors = given.map(tensorOf)
    const output = compute(...tensors)
    const derivatives = after === undefined ? tf.ones(output.shape) : tensorOf({ shape: output.shape, values: after })
    return { output, gradients: tf.grads(compute)(tensors, derivatives) }
  })
  const [value, ...values] = await read([output, ...gradients])
  for (const [index, { shape }] of gradients.entries()) {
    if (`${shape}` !== `${given[index]!.shape}`) throw new Error(`gradient ${index} has the shape [${shape}]`)
  }
  return { shape: output.shape, value: value!, gradients: values }
}

export function tensorOf({ shape, values }: Field): tf.Tensor {
  return tf.tensor(Float32Array.from(values), [...shape], 'float32')
}

/** The values of tensors, which are disposed. Never by dataSync: WebGPU reads only asynchronously. */
export async function read(tensors: readonly tf.Tensor[]): Promise<Float32Array[]> {
  const values = await Promise.all(tensors.map((tensor) => tensor.data<'float32'>()))
  for (const tensor of tensors) tensor.dispose()
  return values
}

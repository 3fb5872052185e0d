import * as tf from '@tensorflow/tfjs'
import type { Kernel } from '../../src/backend/kernels/kernel.ts'
import { sizeOf } from './twin/field.ts'

/*
 * What a kernel gives to tfjs's own one and to others changes how fast it is, and hardly a value: so it is asked by the
 * shapes that are given.
 */

type Shapes = Readonly<Record<string, number[]>>

/** The shapes of what tfjs's own kernel is given, or null if it is not asked. */
export function givenToStock({ compute }: Kernel, shapes: Shapes, attributes: object): Shapes | null {
  let given: Shapes | null = null
  const stock = (inputs: tf.NamedTensorInfoMap) => {
    given = Object.fromEntries(Object.entries(inputs).map(([name, tensor]) => [name, tensor!.shape]))
    return tf.zeros(Object.values(given).reduce((a, b) => (sizeOf(a) < sizeOf(b) ? b : a)))
  }
  tf.tidy(() => {
    const tensors = Object.entries(shapes).map(([name, shape]) => [name, tf.ones(shape)])
    compute(Object.fromEntries(tensors), attributes as tf.NamedAttrMap, stock)
  })
  return given
}

/** The kernels that run in a computation, with the shapes that they take and give. */
export async function kernelsIn(compute: () => tf.Tensor) {
  const { kernels, result } = await tf.profile(() => tf.tidy(compute))
  tf.dispose(result as tf.Tensor)
  return kernels
}

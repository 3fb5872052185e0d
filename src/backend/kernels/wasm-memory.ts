import * as tf from '@tensorflow/tfjs'
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm'

/**
 * The values of a tensor where they lie in the memory of the wasm backend: to be read at once, as the memory may move
 * with the next tensor.
 *
 * @param tensor - float32, on wasm
 */
export function valuesOf(tensor: tf.TensorInfo): Float32Array {
  return (tf.backend() as BackendWasm).typedArrayFromHeap(tensor) as Float32Array
}

/**
 * A new tensor whose values JavaScript writes in the memory of the wasm backend, from those of others.
 *
 * @param inputs - float32, on wasm
 * @param shape - of the output, float32
 * @param write - is called once, with the output's values and with those of the inputs in their order. A loop over
 *   millions of values belongs in a function of a module, which the JavaScript engine compiles once.
 */
export function writeFrom(
  inputs: readonly tf.Tensor[],
  shape: number[],
  write: (output: Float32Array, ...values: Float32Array[]) => void,
): tf.Tensor {
  return writeAllFrom(inputs, [shape], ([output], ...values) => write(output!, ...values))[0]!
}

/** The same for several new tensors. */
export function writeAllFrom(
  inputs: readonly tf.Tensor[],
  shapes: readonly number[][],
  write: (outputs: Float32Array[], ...values: Float32Array[]) => void,
): tf.Tensor[] {
  const outputs = shapes.map((shape) => (tf.backend() as BackendWasm).makeOutput(shape, 'float32'))
  // Only now: to make room for the outputs may have moved the memory.
  write(outputs.map(valuesOf), ...inputs.map(valuesOf))
  return outputs.map((output) => tf.engine().makeTensorFromTensorInfo(output))
}

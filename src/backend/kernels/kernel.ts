import * as tf from '@tensorflow/tfjs'

/** tfjs's own kernel, with the attributes of the call or with others. It throws if the backend has none. */
export type StockKernel = (inputs: tf.NamedTensorInfoMap, attributes?: tf.NamedAttrMap) => tf.Tensor

/**
 * One kernel, written with tensors and operations: tfjs records nothing on the tape while a kernel runs. What the
 * operations return is disposed of by `replaceKernel`.
 */
export interface Kernel {
  /** tfjs's name, for example `tf.Conv2D` */
  readonly name: string
  compute(inputs: tf.NamedTensorMap, attributes: tf.NamedAttrMap, stock: StockKernel): tf.Tensor
}

/**
 * Puts a kernel in the place of a backend's own, or adds it if the backend has none.
 *
 * @param backend - the name under which tfjs knows the backend, which has been started
 * @returns puts back what was there
 */
export function replaceKernel(backend: string, { name, compute }: Kernel): () => void {
  const previous = tf.getKernel(name, backend) as tf.KernelConfig | undefined

  const kernelFunc: tf.KernelFunc = ({ inputs, attrs = {}, backend: instance }) => {
    const stock: StockKernel = (otherInputs, otherAttributes = attrs) => {
      if (previous === undefined) throw new Error(`The backend ${backend} has no kernel ${name} of its own.`)
      const output = previous.kernelFunc({ inputs: otherInputs, attrs: otherAttributes, backend: instance })
      // tfjs-node's kernels return tensors; a second one would share the data and not know when they go.
      return output instanceof tf.Tensor ? output : tf.engine().makeTensorFromTensorInfo(output as tf.TensorInfo)
    }
    return tf.tidy(() => compute(inputs as tf.NamedTensorMap, attrs, stock))
  }

  register({ ...previous, kernelName: name, backendName: backend, kernelFunc })
  return () => {
    tf.unregisterKernel(name, backend)
    if (previous !== undefined) tf.registerKernel(previous)
  }
}

/** tfjs warns of a kernel that is registered twice. */
function register(kernel: tf.KernelConfig): void {
  if (tf.getKernel(kernel.kernelName, kernel.backendName)) tf.unregisterKernel(kernel.kernelName, kernel.backendName)
  tf.registerKernel(kernel)
}

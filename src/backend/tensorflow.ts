import { nativeTensorflow } from './native-tensorflow.ts'

/** TensorFlow's C library on the CPU. */
export const tensorflow = nativeTensorflow('tensorflow', '@tensorflow/tfjs-node', { needsGpu: false })

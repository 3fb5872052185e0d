import { nativeTensorflow } from './native-tensorflow.ts'

/** TensorFlow's C library on an NVIDIA GPU. */
export const tensorflowGpu = nativeTensorflow('tensorflow-gpu', '@tensorflow/tfjs-node-gpu', { needsGpu: true })

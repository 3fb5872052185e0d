import { readSwitches } from '../switches.ts'
import { builtFolder, findBuiltEngine } from './built-engine.ts'
import { nativeTensorflow } from './native-tensorflow.ts'

/** TensorFlow's C library on an NVIDIA GPU. */
export const tensorflowGpu = nativeTensorflow('tensorflow-gpu', '@tensorflow/tfjs-node-gpu', {
  needsGpu: true,
  built: () => findBuiltEngine(builtFolder(readSwitches(process.env).cache, 'gpu')),
})

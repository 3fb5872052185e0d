import { readSwitches } from '../switches.ts'
import { builtFolder, findBuiltEngine } from './built-engine.ts'
import { nativeTensorflow } from './native-tensorflow.ts'

/** TensorFlow's C library on the CPU. */
export const tensorflow = nativeTensorflow('tensorflow', '@tensorflow/tfjs-node', {
  needsGpu: false,
  built: () => findBuiltEngine(builtFolder(readSwitches(process.env).cache, 'cpu')),
})

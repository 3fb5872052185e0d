// Loads tfjs-node in a process of its own and says what it runs on.
// Usage: fork(this file, [the package's folder]); the answer comes as one message.
import './is-null-or-undefined.mjs'
import './lend-tfjs.mjs'
import { createRequire } from 'node:module'

const [, , folder] = process.argv
// As in native-tensorflow.ts: to say what is there it takes a GPU's memory from nobody, nor fails for want of it.
process.env.TF_FORCE_GPU_ALLOW_GROWTH ??= 'true'
try {
  const tf = createRequire(import.meta.url)(folder)
  const { isUsingGpuDevice, binding } = tf.backend()
  process.send({ answer: { gpu: isUsingGpuDevice, version: binding.TF_Version } })
} catch (error) {
  // The first line: tfjs-node's messages have several.
  process.send({
    failure: String(error?.message ?? error)
      .split('\n', 1)[0]
      .trim(),
  })
}

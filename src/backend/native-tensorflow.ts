import './is-null-or-undefined.mjs'
import { HomeworkError } from '../homework-error.ts'
import { askChild } from './ask-child.ts'
import type { Engine, EngineName } from './engine.ts'
import { findPackage, loadPackage } from './installed-package.ts'
import { startBackend } from './start-backend.ts'

/** What tfjs-node's backend tells about itself (its nodejs_kernel_backend.ts and tfjs_binding.ts). */
interface NativeBackend {
  readonly isUsingGpuDevice: boolean
  readonly binding: { readonly TF_Version: string }
}

/**
 * TensorFlow's C library behind tfjs-node or tfjs-node-gpu.
 *
 * @param packageName - the npm package with the native addon
 * @param options.needsGpu - whether the engine counts only where TensorFlow computes on a GPU
 * @param options.from - the file from which Node looks for the package
 * @param options.patience - seconds that the addon has to load in the probe
 */
export function nativeTensorflow(
  name: EngineName,
  packageName: string,
  { needsGpu, from = import.meta.url, patience = 30 }: { needsGpu: boolean; from?: string | URL; patience?: number },
): Engine {
  const reinstall =
    `Run \`npm install --no-save ${packageName}@4.22.0\` on a network that lets its install script download ` +
    'libtensorflow from storage.googleapis.com'

  return {
    name,

    async probe() {
      const installed = findPackage(packageName, from)
      if (installed === null) {
        return { usable: 'no', reason: `the package ${packageName} is not installed`, remedy: reinstall }
      }
      const script = new URL('./tensorflow.probe.mjs', import.meta.url)
      const reply = await askChild<{ gpu: boolean }>(script, installed.folder, patience)
      if ('failure' in reply) {
        const reason = `the package ${packageName} does not load: ${reply.failure}`
        return { usable: 'no', reason, remedy: reinstall }
      }
      if (needsGpu && !reply.answer.gpu) {
        const reason = `TensorFlow finds no usable GPU and ${packageName} would compute on the CPU`
        return {
          usable: 'no',
          reason,
          remedy: 'Install the driver, CUDA and cuDNN that its libtensorflow was built for',
        }
      }
      return { usable: 'yes' }
    },

    async open() {
      const installed = findPackage(packageName, from)
      if (installed === null) {
        throw new HomeworkError(`The engine ${name} cannot start: ${packageName} is not installed. ${reinstall}.`)
      }
      // Hides TensorFlow's informational lines and leaves its warnings.
      process.env.TF_CPP_MIN_LOG_LEVEL ??= '1'
      try {
        loadPackage(installed)
      } catch (cause) {
        const [firstLine] = String(cause).split('\n', 1)
        const reason = `${packageName} does not load (${firstLine?.trim()})`
        throw new HomeworkError(`The engine ${name} cannot start: ${reason}. ${reinstall}.`, { cause })
      }
      const tf = await startBackend(name, 'tensorflow')
      const { isUsingGpuDevice, binding } = tf.backend() as unknown as NativeBackend
      const device = `${isUsingGpuDevice ? 'GPU' : 'CPU'}, TensorFlow ${binding.TF_Version}`
      return { name, device, package: packageName, version: installed.version }
    },
  }
}

import './is-null-or-undefined.mjs'
import './lend-tfjs.mjs'
import { HomeworkError } from '../homework-error.ts'
import { askChild, type Reply } from './ask-child.ts'
import type { BuiltEngine } from './built-engine.ts'
import type { Engine, EngineName } from './engine.ts'
import { findPackage, loadPackage } from './installed-package.ts'
import { startBackend } from './start-backend.ts'

/** What tfjs-node's backend tells about itself (its nodejs_kernel_backend.ts and tfjs_binding.ts). */
interface NativeBackend {
  readonly isUsingGpuDevice: boolean
  readonly binding: { readonly TF_Version: string }
}

/** What TensorFlow says of itself when it is loaded. */
export interface TensorflowAnswer {
  /** Whether it computes on a GPU. */
  readonly gpu: boolean
  /** The version of its library, for example `2.21.0`. */
  readonly version: string
}

/** Seconds that TensorFlow has to load: its libraries are large, and a disk may be slow. */
export const secondsToLoad = 120

/**
 * Loads tfjs-node in a process of its own and asks what it runs on.
 *
 * @param folder - of the package
 * @param patience - seconds that the addon has to load
 */
export function askTensorflow(folder: string, patience: number): Promise<Reply<TensorflowAnswer>> {
  return askChild(new URL('./tensorflow.probe.mjs', import.meta.url), folder, patience)
}

/** Where an engine is looked for, and how it is judged. */
export interface NativeOptions {
  /** Whether the engine counts only where TensorFlow computes on a GPU. */
  readonly needsGpu: boolean
  /** The engine that `npm run engine:native` built. As somebody asked for it, it goes before the npm package. */
  readonly built?: () => BuiltEngine | null
  /** The file from which Node looks for the package. */
  readonly from?: string | URL
  /** Seconds that the addon has to load in the probe. */
  readonly patience?: number
}

/**
 * TensorFlow's C library behind tfjs-node or tfjs-node-gpu.
 *
 * @param packageName - the npm package with the native addon
 */
export function nativeTensorflow(
  name: EngineName,
  packageName: string,
  { needsGpu, built = () => null, from = import.meta.url, patience = secondsToLoad }: NativeOptions,
): Engine {
  const build = `Run \`npm run engine:native${needsGpu ? ' -- --gpu' : ''}\`, which builds it`
  const install =
    `${build} on Linux, or \`npm install --no-save ${packageName}@4.22.0\` on a network that lets its install script ` +
    'download libtensorflow from storage.googleapis.com'
  const rebuild = `${build} anew, or \`npm run engine:native -- --remove\``

  /** The package to load, or why there is none; and what to do about it. */
  const find = () => {
    const engine = built()
    if (engine !== null) {
      return 'damage' in engine
        ? { reason: `the engine that was built is damaged: ${engine.damage}`, remedy: rebuild }
        : { installed: engine, called: `the engine in ${engine.folder}`, remedy: rebuild }
    }
    const installed = findPackage(packageName, from)
    return installed === null
      ? { reason: `the package ${packageName} is not installed`, remedy: install }
      : { installed, called: `the package ${packageName}`, remedy: install }
  }

  return {
    name,

    async probe() {
      const found = find()
      if (!('installed' in found)) return { usable: 'no', ...found }
      const { installed, called, remedy } = found
      const reply = await askTensorflow(installed.folder, patience)
      if ('failure' in reply) return { usable: 'no', reason: `${called} does not load: ${reply.failure}`, remedy }
      if (needsGpu && !reply.answer.gpu) {
        return {
          usable: 'no',
          reason: `TensorFlow finds no usable GPU and ${called} would compute on the CPU`,
          remedy: 'Install the driver of the GPU (the npm package also needs CUDA 11.2 and cuDNN 8.1)',
        }
      }
      return { usable: 'yes' }
    },

    async open() {
      const found = find()
      if (!('installed' in found)) {
        throw new HomeworkError(`The engine ${name} cannot start: ${found.reason}. ${found.remedy}.`)
      }
      const { installed, called, remedy } = found
      // Hides TensorFlow's informational lines and leaves its warnings.
      process.env.TF_CPP_MIN_LOG_LEVEL ??= '1'
      // TensorFlow's first process would take all memory of a GPU, and leave none to a second.
      if (needsGpu) process.env.TF_FORCE_GPU_ALLOW_GROWTH ??= 'true'
      try {
        loadPackage(installed)
      } catch (cause) {
        const [firstLine] = String(cause).split('\n', 1)
        const reason = `${called} does not load (${firstLine?.trim()})`
        throw new HomeworkError(`The engine ${name} cannot start: ${reason}. ${remedy}.`, { cause })
      }
      const tf = await startBackend(name, 'tensorflow', remedy)
      const { isUsingGpuDevice, binding } = tf.backend() as unknown as NativeBackend
      const device = `${isUsingGpuDevice ? 'GPU' : 'CPU'}, TensorFlow ${binding.TF_Version}`
      return { name, device, package: installed.name, version: installed.version }
    },
  }
}

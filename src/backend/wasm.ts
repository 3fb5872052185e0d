import { createRequire } from 'node:module'
import { dirname, sep } from 'node:path'
import type { Engine } from './engine.ts'
import { findPackage } from './installed-package.ts'
import { startBackend } from './start-backend.ts'

const packageName = '@tensorflow/tfjs-backend-wasm'
const install = 'Run `npm ci`'

/** XNNPACK compiled to WebAssembly: the fastest engine that needs nothing native. */
export const wasm: Engine = {
  name: 'wasm',

  async probe() {
    if (findPackage(packageName) !== null) return { usable: 'yes' }
    return { usable: 'no', reason: `the package ${packageName} is not installed`, remedy: install }
  },

  async open() {
    const { getThreadsCount, setWasmPaths, version_wasm } = await import('@tensorflow/tfjs-backend-wasm')
    // The binaries lie beside the package's entry file. tfjs appends their names to this prefix as it is.
    setWasmPaths(dirname(createRequire(import.meta.url).resolve(packageName)) + sep)
    const tf = await startBackend('wasm', 'wasm', install)
    const threads = getThreadsCount() === 1 ? 'one thread' : `${getThreadsCount()} threads`
    const instructions = (await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT')) ? 'SIMD' : 'no SIMD'
    return { name: 'wasm', device: `CPU, ${threads}, ${instructions}`, package: packageName, version: version_wasm }
  },
}

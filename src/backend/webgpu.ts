import { writeSync } from 'node:fs'
import { HomeworkError } from '../homework-error.ts'
import { askChild } from './ask-child.ts'
import type { Engine, EngineDescription } from './engine.ts'
import { findPackage, loadPackage } from './installed-package.ts'
import { startBackend } from './start-backend.ts'

const dawnName = 'webgpu'
const backendName = '@tensorflow/tfjs-backend-webgpu'
const install = `Run \`npm install --no-save ${dawnName}@0.6.2 ${backendName}@4.22.0\``
const adapterOptions = { powerPreference: 'high-performance' }
const noAdapter = {
  reason: 'no hardware adapter',
  remedy:
    'Install a driver with Vulkan, Metal or Direct3D 12 for the GPU (in a container NVIDIA’s needs libvulkan1 and libegl1)',
}

/** What an adapter says about itself (WebGPU specification, GPUAdapterInfo). */
export interface AdapterInfo {
  readonly vendor: string
  readonly architecture: string
  readonly device: string
  readonly description: string
  readonly isFallbackAdapter?: boolean
}

interface Adapter {
  readonly info: AdapterInfo
  readonly limits: Readonly<Record<string, number>>
  requestDevice(descriptor: { requiredLimits: Record<string, number | undefined> }): Promise<Device>
}

/** What is used of a device (WebGPU specification, GPUDevice). */
export interface Device {
  readonly lost: Promise<{ readonly reason: string; readonly message: string }>
  addEventListener(type: 'uncapturederror', listener: (event: { readonly error: Error }) => void): void
}

interface Dawn {
  create(options: readonly string[]): { requestAdapter(options: object): Promise<Adapter | null> }
  readonly globals: object
}

interface WebGPUBackendPackage {
  readonly WebGPUBackend: new (device: Device, info: AdapterInfo) => import('@tensorflow/tfjs').KernelBackend
}

/** The limits that tfjs asks for in a browser (tfjs-backend-webgpu 4.22.0, base.ts). */
const limits = [
  'maxComputeWorkgroupStorageSize',
  'maxComputeWorkgroupsPerDimension',
  'maxStorageBufferBindingSize',
  'maxBufferSize',
  'maxComputeWorkgroupSizeX',
  'maxComputeInvocationsPerWorkgroup',
]

/** Whether an adapter computes on the CPU: SwiftShader, Mesa's llvmpipe, Microsoft's WARP. */
export function isSoftware({ isFallbackAdapter, architecture, device, description }: AdapterInfo): boolean {
  return (
    isFallbackAdapter === true || /swiftshader|llvmpipe|lavapipe|warp/i.test(`${architecture} ${device} ${description}`)
  )
}

/** Names what an adapter computes on, for example `GPU, nvidia, ada, nvidia-geforce-rtx-4090, 560.94`. */
export function describeAdapter(info: AdapterInfo): string {
  const words = [info.vendor, info.architecture, info.device, info.description].filter((word) => word !== '')
  return [isSoftware(info) ? 'CPU (software adapter)' : 'GPU', ...words].join(', ')
}

/**
 * Registers tfjs's WebGPU backend on Dawn's first adapter.
 *
 * @returns what the adapter is
 * @throws {HomeworkError} if the packages are not installed or there is no adapter
 */
async function register(from: string | URL): Promise<EngineDescription> {
  const dawn = findPackage(dawnName, from)
  const backend = findPackage(backendName, from)
  if (dawn === null || backend === null) {
    throw new HomeworkError(`The engine webgpu cannot start: its packages are not installed. ${install}.`)
  }
  const tf = await import('@tensorflow/tfjs')
  // Loaded while there is no `navigator.gpu`, or it would register a backend of its own that asks the browser's way.
  const { WebGPUBackend } = loadPackage<WebGPUBackendPackage>(backend)
  const { create, globals } = loadPackage<Dawn>(dawn)
  const gpu = create([])
  const adapter = await gpu.requestAdapter(adapterOptions)
  if (adapter === null) {
    throw new HomeworkError(`The engine webgpu cannot start: ${noAdapter.reason}. ${noAdapter.remedy}.`)
  }
  const requiredLimits = Object.fromEntries(limits.map((limit) => [limit, adapter.limits[limit]]))
  const device = await adapter.requestDevice({ requiredLimits })
  endOnFailure(device)

  // The backend reads WebGPU's classes from the global scope and wants a `navigator.gpu`. That reference must stay:
  // once `gpu` is collected, Dawn answers nothing more and reading a tensor waits for ever.
  Object.assign(globalThis, globals)
  const scope = globalThis as unknown as { navigator?: object }
  scope.navigator ??= {}
  Object.defineProperty(scope.navigator, 'gpu', { value: gpu, configurable: true })
  tf.registerBackend('webgpu', () => new WebGPUBackend(device, adapter.info))
  return {
    name: 'webgpu',
    device: `${describeAdapter(adapter.info)}, by Dawn in ${dawnName} ${dawn.version}`,
    package: backendName,
    version: backend.version,
  }
}

/**
 * Ends the process at the first thing that the GPU refuses: tfjs looks at none of it, and reads zeros from tensors that
 * were not computed. No store may keep those, so nothing else runs any more.
 *
 * @param end - takes the reason
 */
export function endOnFailure(device: Device, end: (reason: string) => void = endProcess): void {
  device.addEventListener('uncapturederror', ({ error }) => end(error.message))
  device.lost.then(({ reason, message }) => {
    if (reason !== 'destroyed') end(`its device was lost, ${message}`)
  })
}

/**
 * Says why the engine failed and ends the process.
 *
 * @param write - to the standard error, at once: what goes through Vitest's console would come too late
 */
export function endProcess(reason: string, write = (text: string): unknown => writeSync(2, text)): void {
  try {
    write(`\nThe engine webgpu failed, and its process ends before it computes anything wrong: ${reason}\n`)
  } finally {
    // Also where nobody reads any more, or not fast enough.
    process.kill(process.pid, 'SIGKILL')
  }
}

/**
 * The engine with its packages looked for elsewhere.
 *
 * @param from - the file from which Node looks for the packages
 * @param patience - seconds that Dawn has to name an adapter in the probe
 */
export function webgpuFrom(from: string | URL, patience = 30): Engine {
  let registered: Promise<EngineDescription> | undefined
  return {
    name: 'webgpu',

    async probe() {
      const missing = [dawnName, backendName].filter((name) => findPackage(name, from) === null)
      const dawn = findPackage(dawnName, from)
      if (dawn === null || missing.length > 0) {
        return { usable: 'no', reason: `not installed: ${missing.join(' and ')}`, remedy: install }
      }
      const script = new URL('./webgpu.probe.mjs', import.meta.url)
      const reply = await askChild<AdapterInfo | null>(script, dawn.folder, patience)
      if ('failure' in reply) {
        return { usable: 'no', reason: `the package ${dawnName} does not load: ${reply.failure}`, remedy: install }
      }
      if (reply.answer === null) return { usable: 'no', ...noAdapter }
      if (isSoftware(reply.answer)) {
        return { usable: 'only if forced', reason: `${noAdapter.reason}, only ${describeAdapter(reply.answer)}` }
      }
      return { usable: 'yes' }
    },

    async open() {
      registered ??= register(from)
      const description = await registered
      await startBackend('webgpu', 'webgpu', noAdapter.remedy)
      return description
    },
  }
}

/** Any GPU with Vulkan, Metal or Direct3D 12, by Dawn. Tensors are read by `data()`: `dataSync()` throws in Node. */
export const webgpu = webgpuFrom(import.meta.url)

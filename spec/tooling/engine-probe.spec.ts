import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { chooseEngine } from '../../src/backend/chain.ts'
import { cpu } from '../../src/backend/cpu.ts'
import { nativeTensorflow } from '../../src/backend/native-tensorflow.ts'
import { webgpuFrom } from '../../src/backend/webgpu.ts'
import { startStopwatch } from '../../src/clock.ts'

const root = mkdtempSync(join(tmpdir(), 'engines-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
let projects = 0

/** A project whose node_modules holds these packages; returns the file from which to look for them. */
function projectWith(packages: Readonly<Record<string, string>>): string {
  const project = join(root, `project-${projects++}`)
  for (const [name, source] of Object.entries(packages)) {
    const folder = join(project, 'node_modules', name)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: '4.22.0', main: 'index.js' }))
    writeFileSync(join(folder, 'index.js'), source)
  }
  return join(project, 'index.js')
}

const children = () => process.getActiveResourcesInfo().filter((resource) => resource === 'ProcessWrap').length

async function passedOver(engine: ReturnType<typeof webgpuFrom>): Promise<string | undefined> {
  const choice = await chooseEngine('auto', [engine, cpu])
  return choice.engine === engine.name ? undefined : choice.passedOver[0]?.reason
}

const tfjsNode = (source: string) => ({ '@tensorflow/tfjs-node-gpu': source })
const native = (source: string, needsGpu = true) =>
  nativeTensorflow('tensorflow-gpu', '@tensorflow/tfjs-node-gpu', { needsGpu, from: projectWith(tfjsNode(source)) })

const dawn = (adapterInfo: string) => ({
  '@tensorflow/tfjs-backend-webgpu': '',
  webgpu: `exports.create = () => ({ requestAdapter: async () => (${adapterInfo}) })`,
})

describe('the probe of a native package', () => {
  test('a package that crashes on loading is passed over with the signal or the exit code', async () => {
    expect(await passedOver(native('process.abort()'))).toMatch(
      /^the package @tensorflow\/tfjs-node-gpu does not load: its process ended with (SIGABRT|exit code \d+)/,
    )
  })

  test('a package that hangs is passed over after the patience, and its process is ended', async () => {
    const from = projectWith(tfjsNode('for (;;) {}'))
    const engine = nativeTensorflow('tensorflow', '@tensorflow/tfjs-node-gpu', { needsGpu: true, from, patience: 0.5 })
    await expect.poll(children).toBe(0)
    const seconds = startStopwatch()
    const reason = passedOver(engine)
    expect(children()).toBe(1)
    expect(await reason).toMatch(
      /does not load: it gave no answer within 0.5 seconds \(it may be slow to load here, so try once more\)$/,
    )
    expect(seconds()).toBeGreaterThanOrEqual(0.45)
    await expect.poll(children).toBe(0)
  })

  test('a package that throws on loading is passed over with its message', async () => {
    expect(await passedOver(native('throw new Error("no addon\\nmore")'))).toMatch(/does not load: no addon$/)
  })

  test('a GPU package without a GPU is passed over, and one with a GPU is taken', async () => {
    const withGpu = (gpu: boolean) => `exports.backend = () => ({ isUsingGpuDevice: ${gpu}, binding: {} })`
    expect(await passedOver(native(withGpu(false)))).toMatch(/^TensorFlow finds no usable GPU/)
    expect(await passedOver(native(withGpu(true)))).toBeUndefined()
    expect(await passedOver(native(withGpu(false), false))).toBeUndefined()
  })

  test('TensorFlow takes no more of a GPU than it needs when it is asked', async () => {
    const source = `if (process.env.TF_FORCE_GPU_ALLOW_GROWTH !== 'true') throw new Error('it takes all')
      exports.backend = () => ({ isUsingGpuDevice: true, binding: {} })`
    vi.stubEnv('TF_FORCE_GPU_ALLOW_GROWTH', undefined)
    onTestFinished(() => void vi.unstubAllEnvs())
    expect(await passedOver(native(source))).toBeUndefined()
  })

  test('util.isNullOrUndefined is there when tfjs-node loads', async () => {
    const source = `if (!require('util').isNullOrUndefined(null)) throw new Error()
      exports.backend = () => ({ isUsingGpuDevice: true, binding: {} })`
    expect(await passedOver(native(source))).toBeUndefined()
  })

  test.each([
    ['null', 'no hardware adapter'],
    ['{ info: { architecture: "swiftshader" } }', /^no hardware adapter, only CPU \(software adapter\).*swiftshader/],
    ['{ info: { vendor: "nvidia", isFallbackAdapter: true } }', /^no hardware adapter, only .*nvidia/],
  ])('the WebGPU adapter %s is passed over', async (adapter, reason) => {
    expect(await passedOver(webgpuFrom(projectWith(dawn(adapter))))).toMatch(reason)
  })
})

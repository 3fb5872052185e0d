import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { nativeTensorflow } from '../../src/backend/native-tensorflow.ts'
import { describeAdapter, isSoftware, webgpuFrom } from '../../src/backend/webgpu.ts'

const nowhere = join(tmpdir(), 'no-such-project', 'index.js')
const tfjsNode = '@tensorflow/tfjs-node'

/** Child processes of this process that run now. A probe that needs one has started it when it returns its promise. */
const children = () => process.getActiveResourcesInfo().filter((resource) => resource === 'ProcessWrap').length

describe('an engine whose packages are not installed', () => {
  test('tensorflow tells its reason and its remedy without starting a process', async () => {
    const engine = nativeTensorflow('tensorflow', tfjsNode, { needsGpu: false, from: nowhere })
    const before = children()
    const probe = engine.probe()
    expect(children()).toBe(before)
    expect(await probe).toEqual({
      usable: 'no',
      reason: 'the package @tensorflow/tfjs-node is not installed',
      remedy: expect.stringContaining('npm install --no-save @tensorflow/tfjs-node@4.22.0'),
    })
    await expect(engine.open()).rejects.toThrow('The engine tensorflow cannot start')
  })

  test('webgpu tells its reason and its remedy without starting a process', async () => {
    const engine = webgpuFrom(nowhere)
    const before = children()
    const probe = engine.probe()
    expect(children()).toBe(before)
    expect(await probe).toEqual({
      usable: 'no',
      reason: 'not installed: webgpu and @tensorflow/tfjs-backend-webgpu',
      remedy: 'Run `npm install --no-save webgpu@0.6.2 @tensorflow/tfjs-backend-webgpu@4.22.0`',
    })
    await expect(engine.open()).rejects.toThrow('The engine webgpu cannot start')
  })
})

describe('a WebGPU adapter', () => {
  const nvidia = { vendor: 'nvidia', architecture: 'ampere', device: 'nvidia-a100', description: '' }
  const swiftShader = {
    vendor: 'google',
    architecture: 'swiftshader',
    device: 'swiftshader-device-subzero-',
    description: 'SwiftShader driver 5.0.0',
    isFallbackAdapter: true,
  }
  const llvmpipe = { vendor: 'mesa', architecture: '', device: 'llvmpipe-llvm-15-0-6', description: 'llvmpipe' }
  const warp = { vendor: 'microsoft', architecture: 'warp', device: 'microsoft-basic-render-driver', description: '' }

  test.each([swiftShader, llvmpipe, warp, { ...nvidia, isFallbackAdapter: true }])('%o is software', (adapter) => {
    expect(isSoftware(adapter)).toBe(true)
    expect(describeAdapter(adapter)).toMatch(/^CPU \(software adapter\), /)
  })

  test('a GPU is hardware and is described by the words that its driver gives', () => {
    expect(isSoftware(nvidia)).toBe(false)
    expect(isSoftware({ ...nvidia, isFallbackAdapter: false })).toBe(false)
    expect(describeAdapter(nvidia)).toBe('GPU, nvidia, ampere, nvidia-a100')
  })
})

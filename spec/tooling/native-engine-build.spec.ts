import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { builtFolder, findBuiltEngine, nativeFolder } from '../../src/backend/built-engine.ts'
import type { AskEngine } from '../../src/native-engine/load-engine.ts'
import { faultOf } from '../../src/native-engine/manifest.ts'
import { variants } from '../../src/native-engine/variant.ts'
import { build, loads } from './native-engine/build-by-fakes.ts'
import type { Deed } from './native-engine/fake-programs.ts'
import { temporaryFolder } from './run-store/temporary-folder.ts'

const { cpu: variant } = variants

const names = (cache: string) => readdirSync(nativeFolder(cache)).map((name) => name.split('-')[0])

describe('a native engine', () => {
  test('is found when it is built, verifies, and leaves neither wheel nor draft', async () => {
    const cache = temporaryFolder()
    expect(await build(cache)).toEqual(['npm ci', 'pip download', 'unpack', 'compile'])
    const folder = builtFolder(cache, 'cpu')
    const binding = join(folder, 'node_modules', '@tensorflow', 'tfjs-node')
    expect(findBuiltEngine(folder)).toEqual({ name: '@tensorflow/tfjs-node', version: '4.22.0', folder: binding })
    expect(existsSync(join(binding, 'lib', 'napi-v8', 'tfjs_binding.node'))).toBe(true)
    expect(await faultOf(folder, variant, loads)).toBeNull()
    expect(names(cache)).toEqual(['cpu'])
  })

  test.each<[Deed, RegExp]>([
    ['npm ci', /^npm did not install tfjs-node: the reason\. .*registry/],
    ['pip download', /^pip did not download tensorflow-cpu==2.21.0: the reason\. .*index/],
    ['unpack', /wheel cannot be unpacked: the reason/],
    ['compile', /binding does not compile: the reason/],
  ])('whose step "%s" fails is not there, and the next try needs no new wheel', async (deed, message) => {
    const cache = temporaryFolder()
    await expect(build(cache, { [deed]: { code: 1, output: 'the reason\n' } })).rejects.toThrow(message)
    expect(findBuiltEngine(builtFolder(cache, 'cpu'))).toBeNull()
    const beforeTheWheel: Deed[] = ['npm ci', 'pip download']
    expect(names(cache)).toEqual(beforeTheWheel.includes(deed) ? [] : ['downloads'])
  })

  test('for which a wheel without a library was unpacked is not there', async () => {
    const cache = temporaryFolder()
    await expect(build(cache, { unpack: { code: 0, output: '' } })).rejects.toThrow(
      /holds no libtensorflow_cc.so.2 where/,
    )
    expect(findBuiltEngine(builtFolder(cache, 'cpu'))).toBeNull()
  })

  test.each<[AskEngine, RegExp]>([
    [
      async () => ({ failure: 'undefined symbol: TF_Version' }),
      /was built, but it does not load: undefined symbol: TF_Version/,
    ],
    [
      async () => ({ answer: { gpu: false, version: '2.9.1' } }),
      /was built, but it loads TensorFlow 2.9.1 and not 2.21.0/,
    ],
  ])('that does not load as it should is not there', async (ask, message) => {
    const cache = temporaryFolder()
    await expect(build(cache, {}, ask)).rejects.toThrow(message)
    expect(findBuiltEngine(builtFolder(cache, 'cpu'))).toBeNull()
  })

  test('that is there outlives a failed build and is replaced by the next one', async () => {
    const cache = temporaryFolder()
    await build(cache)
    await expect(build(cache, { compile: { code: 1, output: '' } })).rejects.toThrow('it printed nothing')
    expect(await faultOf(builtFolder(cache, 'cpu'), variant, loads)).toBeNull()
    await build(cache)
    expect(await faultOf(builtFolder(cache, 'cpu'), variant, loads)).toBeNull()
  })
})

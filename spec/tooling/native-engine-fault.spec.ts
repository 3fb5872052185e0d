import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { builtFolder, findBuiltEngine } from '../../src/backend/built-engine.ts'
import { faultOf } from '../../src/native-engine/manifest.ts'
import { variants } from '../../src/native-engine/variant.ts'
import { build, loads } from './native-engine/build-by-fakes.ts'
import { temporaryFolder } from './run-store/temporary-folder.ts'

const { cpu: variant } = variants
const library = (folder: string) =>
  join(folder, 'node_modules', '@tensorflow', 'tfjs-node', 'deps', 'lib', 'libtensorflow_cc.so.2')

describe('a native engine', () => {
  test('with a library removed, cut or changed is at fault, and only the digest tells a change', async () => {
    const cache = temporaryFolder()
    await build(cache)
    const folder = builtFolder(cache, 'cpu')
    writeFileSync(library(folder), 'tensorflow')
    expect(await faultOf(folder, variant, loads)).toMatch(/libtensorflow_cc.so.2 was changed$/)
    expect(findBuiltEngine(folder)).not.toHaveProperty('damage')
    writeFileSync(library(folder), 'Tensor')
    expect(findBuiltEngine(folder)).toEqual({ damage: `${library(folder)} has 6 bytes and had 10` })
    rmSync(library(folder))
    expect(await faultOf(folder, variant, loads)).toBe(`${library(folder)} is missing`)
  })

  test('of other versions asks to be built anew', async () => {
    const cache = temporaryFolder()
    await build(cache)
    expect(await faultOf(builtFolder(cache, 'cpu'), variants.gpu, loads)).toBe('it was built from other versions')
  })

  test('whose files are whole but that does not load, or loads another TensorFlow, is at fault', async () => {
    const cache = temporaryFolder()
    await build(cache)
    const folder = builtFolder(cache, 'cpu')
    const asked: string[] = []
    const fault = await faultOf(folder, variant, async (binding) => {
      asked.push(binding)
      return { failure: "Cannot find module 'bindings'" }
    })
    expect(fault).toBe("it does not load: Cannot find module 'bindings'")
    expect(asked).toEqual([join(folder, 'node_modules', '@tensorflow', 'tfjs-node')])
    const another = async () => ({ answer: { gpu: false, version: '2.9.1' } })
    expect(await faultOf(folder, variant, another)).toBe('it loads TensorFlow 2.9.1 and not 2.21.0')
  })
})

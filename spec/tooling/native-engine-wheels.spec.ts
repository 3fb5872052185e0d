import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nativeFolder } from '../../src/backend/built-engine.ts'
import { buildEngine } from '../../src/native-engine/build.ts'
import type { RunProgram } from '../../src/native-engine/run-program.ts'
import { surroundings } from '../../src/native-engine/surroundings.ts'
import { type Variant, variants } from '../../src/native-engine/variant.ts'
import { downloadsFolder } from '../../src/native-engine/wheels.ts'
import { type Deed, fakePrograms } from './native-engine/fake-programs.ts'
import { temporaryFolder } from './run-store/temporary-folder.ts'

const tools = { python: 'python3', npm: '/npm/npm-cli.js', compiler: 'g++' }

async function build(variant: Variant, cache: string, run: RunProgram): Promise<void> {
  const ask = async () => ({ answer: { gpu: true, version: variant.tensorflow } })
  await buildEngine({ variant, cache, tools, run, ask, say: () => {} })
}

/** Programs of which pip fails from the second wheel on. */
function secondWheelFails(output: string): RunProgram {
  const { run } = fakePrograms()
  let wheels = 0
  return async (program, words, where) => {
    if (words.includes('pip') && ++wheels > 1) return { code: 1, output }
    return run(program, words, where)
  }
}

test('a wheel that was downloaded stays when the next one fails, and the next try verifies each by itself', async () => {
  const cache = temporaryFolder()
  const downloads = await downloadsFolder(nativeFolder(cache), variants.gpu)
  await expect(build(variants.gpu, cache, secondWheelFails('ERROR: cut off'))).rejects.toThrow(
    'pip did not download nvidia-cublas-cu12==12.9.3.13: ERROR: cut off.',
  )
  expect(readdirSync(downloads)).toEqual(['tensorflow==2.21.0.whl'])
  const { run, deeds } = fakePrograms()
  await build(variants.gpu, cache, run)
  const pips: Deed[] = Array(13).fill('pip download')
  expect(deeds).toEqual(['npm ci', ...pips, 'unpack', 'compile'])
})

test.each([
  [
    'a wheel that has another digest',
    'ERROR: THESE PACKAGES DO NOT MATCH THE HASHES',
    /not the one whose digest is pin/,
  ],
  ['a cut wheel that cannot be had again', 'WARNING: a.whl has bad hash. Re-downloading.\nERROR: no route', /reached/],
])('%s is told from an index that cannot be reached', async (_, output, reason) => {
  await expect(build(variants.gpu, temporaryFolder(), secondWheelFails(output))).rejects.toThrow(reason)
})

test('a finished engine takes its own wheels with it and those of other versions, not those of the other engine', async () => {
  const cache = temporaryFolder()
  const native = nativeFolder(cache)
  await expect(build(variants.gpu, cache, secondWheelFails(''))).rejects.toThrow('it printed nothing')
  mkdirSync(join(native, 'downloads-of-old'))
  await build(variants.cpu, cache, fakePrograms().run)
  const ofGpu = await downloadsFolder(native, variants.gpu)
  expect(readdirSync(native).map((name) => join(native, name))).toEqual([join(native, 'cpu'), ofGpu])
})

test('the room that wheels take already is counted', async () => {
  const folder = temporaryFolder()
  const { run } = fakePrograms()
  expect((await surroundings(folder, join(folder, 'none'), run)).downloadedBytes).toBe(0)
  writeFileSync(join(folder, 'a.whl'), 'wheel')
  expect((await surroundings(folder, folder, run)).downloadedBytes).toBe(statSync(join(folder, 'a.whl')).size)
})

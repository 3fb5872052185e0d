import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as tf from '@tensorflow/tfjs'
import { expect, test } from 'vitest'
import { findBuiltEngine, manifestName } from '../../src/backend/built-engine.ts'
import { chooseEngine } from '../../src/backend/chain.ts'
import { cpu } from '../../src/backend/cpu.ts'
import { nativeTensorflow } from '../../src/backend/native-tensorflow.ts'
import { packages } from '../../src/native-engine/manifest.ts'
import { temporaryFolder } from './run-store/temporary-folder.ts'

const tfjsNode = '@tensorflow/tfjs-node'

/** A folder with a package whose `index.js` is given, as npm installs it. */
function packageIn(folder: string, source: string): string {
  const lies = join(folder, 'node_modules', tfjsNode)
  mkdirSync(lies, { recursive: true })
  writeFileSync(join(lies, 'package.json'), JSON.stringify({ name: tfjsNode, version: '4.22.0', main: 'index.js' }))
  writeFileSync(join(lies, 'index.js'), source)
  return lies
}

/** A built engine whose tfjs-node is given, and which has the stand-ins for tfjs that the true one has. */
function builtOf(source: string): string {
  const folder = temporaryFolder()
  packageIn(folder, source)
  for (const name of ['tfjs', 'tfjs-core'])
    cpSync(fileURLToPath(new URL(name, packages)), join(folder, 'node_modules', '@tensorflow', name), {
      recursive: true,
    })
  const manifest = { package: tfjsNode, version: '4.22.0', recipe: '', files: [] }
  writeFileSync(join(folder, manifestName), JSON.stringify(manifest))
  return folder
}

const engineOf = (built: string, from = join(temporaryFolder(), 'index.js')) =>
  nativeTensorflow('tensorflow', tfjsNode, { needsGpu: false, built: () => findBuiltEngine(built), from })
const loads = 'exports.backend = () => ({ isUsingGpuDevice: false, binding: { TF_Version: "2.21.0" } })'

test('auto takes the engine that was built, also where the npm package does not load', async () => {
  const from = temporaryFolder()
  packageIn(from, 'throw new Error("no libtensorflow")')
  expect((await chooseEngine('auto', [engineOf(builtOf(loads), join(from, 'index.js')), cpu])).engine).toBe(
    'tensorflow',
  )
})

test('where none was built the npm package is taken', async () => {
  const from = temporaryFolder()
  packageIn(from, loads)
  expect(await engineOf(temporaryFolder(), join(from, 'index.js')).probe()).toEqual({ usable: 'yes' })
})

test.each([
  ['does not load', builtOf, 'throw new Error("no symbol")', /^the engine in .* does not load: no symbol$/],
  ['has a broken manifest', brokenManifest, '{', /^the engine that was built is damaged: .*engine.json cannot be read/],
])('an engine that %s is passed over with its reason and says how to mend it', async (_, make, content, reason) => {
  const engine = engineOf(make(content))
  expect((await chooseEngine('auto', [engine, cpu])).passedOver[0]?.reason).toMatch(reason)
  expect(await engine.probe()).toMatchObject({ usable: 'no', remedy: expect.stringContaining('npm run engine:native') })
})

function brokenManifest(content: string): string {
  const folder = temporaryFolder()
  writeFileSync(join(folder, manifestName), content)
  return folder
}

test('the probe lends the engine one tfjs', { timeout: 40_000 }, async () => {
  const asks = `const own = require('@tensorflow/tfjs').engine() === require('@tensorflow/tfjs-core').engine()
    if (!own) throw new Error('two engines')
    ${loads}`
  expect(await engineOf(builtOf(asks)).probe()).toEqual({ usable: 'yes' })
})

test.each(['@tensorflow/tfjs', '@tensorflow/tfjs-core'])(
  'what the engine gets as %s is that of the program',
  (name) => {
    const require = createRequire(join(builtOf(loads), 'index.js'))
    expect(require(name).engine()).toBe(tf.engine())
  },
)

import { expect, test } from 'vitest'
import type { EngineDescription } from '../../src/backend/engine.ts'
import { engineKey } from '../../src/training/engine-key.ts'
import { sourceDigest } from '../../src/training/source-digest.ts'

const tensorflow: EngineDescription = {
  name: 'tensorflow',
  device: 'CPU, TensorFlow 2.9.1',
  package: '@tensorflow/tfjs-node',
  version: '4.22.0',
}
const keyOf = (changed: Partial<EngineDescription>) =>
  engineKey({ engine: async () => ({ ...tensorflow, ...changed }) })

test('the same engine has the same key', async () => {
  expect(await keyOf({})).toBe(await keyOf({}))
})

test.each<Partial<EngineDescription>>([
  { name: 'tensorflow-gpu' },
  { version: '4.22.1' },
  { device: 'CPU, TensorFlow 2.21.0' },
  { device: 'GPU, TensorFlow 2.9.1' },
])('an engine with another %o has another key', async (changed) => {
  expect(await keyOf(changed)).not.toBe(await keyOf({}))
})

test('the key has the sources of all engines and kernels', async () => {
  expect(await keyOf({})).toContain(sourceDigest(new URL('../../src/backend/chain.ts', import.meta.url)))
})

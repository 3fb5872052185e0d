import { expect, test } from 'vitest'
import { engineNames } from '../../src/backend/engine.ts'
import { processesAtOnce } from '../../src/backend/processes-at-once.ts'

test('each core has a process, but a GPU serves no more than two', () => {
  const at = (cores: number) => Object.fromEntries(engineNames.map((name) => [name, processesAtOnce(name, cores)]))
  expect(at(16)).toEqual({ 'tensorflow-gpu': 2, webgpu: 2, tensorflow: 16, wasm: 16, cpu: 16 })
  expect(at(1)).toEqual({ 'tensorflow-gpu': 1, webgpu: 1, tensorflow: 1, wasm: 1, cpu: 1 })
})

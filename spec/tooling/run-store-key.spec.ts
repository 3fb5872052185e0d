import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type RunKey, RunStore } from '../../src/training/run-store.ts'
import { key } from './run-store/key.ts'
import { temporaryFolder } from './run-store/temporary-folder.ts'

describe('the key of a run', () => {
  const others: [string, RunKey][] = [
    ['experiment', { ...key, experiment: 'LeNet without dropout' }],
    ['sources', { ...key, sources: 'decaf' }],
    [
      'number in the configuration',
      { ...key, configuration: { layers: [6, 16], dropout: { rate: -0, spatial: false } } },
    ],
    ['order in a list', { ...key, configuration: { layers: [16, 6], dropout: { rate: 0.5, spatial: false } } }],
    ['absent field', { ...key, configuration: { layers: [6, 16] } }],
    ['seed', { ...key, seed: 'second' }],
    ['engine', { ...key, engine: 'wasm 4.22.1' }],
    ['data', { ...key, data: 'bead' }],
  ]

  test.each(others)('a key that differs by its %s is another run', async (_, other) => {
    const folder = temporaryFolder()
    await new RunStore(folder).run(key, () => 'one run')
    expect(await new RunStore(folder).run(other, () => 'another run')).toBe('another run')
  })

  test('zero and minus zero are different', async () => {
    const store = new RunStore(temporaryFolder())
    await store.run({ ...key, configuration: { bias: 0 } }, () => 'one run')
    expect(await store.run({ ...key, configuration: { bias: -0 } }, () => 'another run')).toBe('another run')
  })

  test('the order of names does not matter', async () => {
    const folder = temporaryFolder()
    const { seed, configuration, ...rest } = key
    const reordered = { seed, ...rest, configuration: { dropout: { spatial: false, rate: 0.5 }, layers: [6, 16] } }
    await new RunStore(folder).run({ ...rest, configuration, seed }, () => 'one run')
    expect(await new RunStore(folder).run(reordered, () => 'another run')).toBe('one run')
  })

  test.each([
    ['NaN', { optimizer: { momentum: Number.NaN } }, 'key.configuration.optimizer.momentum'],
    ['infinity', { steps: [1, Number.POSITIVE_INFINITY] }, 'key.configuration.steps[1]'],
    ['undefined', { width: undefined }, 'key.configuration.width'],
    ['a hole', { widths: new Array(1) }, 'key.configuration.widths[0]'],
    ['a function', { activation: Math.tanh }, 'key.configuration.activation'],
    [
      'a typed array',
      { weights: Float32Array.of(1) },
      'key.configuration.weights has no form in JSON: it is an instance of Float32Array',
    ],
  ])('%s in a configuration is refused by its path', async (_, configuration, place) => {
    const folder = temporaryFolder()
    const run = new RunStore(folder).run({ ...key, configuration }, () => 'a run')
    const error = await run.catch((error: unknown) => error)
    expect(error).toBeInstanceOf(TypeError)
    expect((error as Error).message).toContain(place)
    expect(readdirSync(folder)).toEqual([])
  })

  test('of several runs, those before one whose key is refused can still be trained', async () => {
    const store = new RunStore(temporaryFolder())
    const unkeyed = { ...key, configuration: { rate: Number.NaN } }
    const several = [key, unkeyed].map((each) => ({ key: each, train: () => 'with another' }))
    await expect(store.runAll(several)).rejects.toThrow('key.configuration.rate')
    expect(await store.run(key, () => 'alone')).toBe('alone')
  })

  test('the file is named by the experiment', async () => {
    const folder = temporaryFolder()
    await new RunStore(folder).run(key, () => 'a run')
    expect(readdirSync(folder)).toContainEqual(expect.stringMatching(/^lenet-with-dropout-[0-9a-f]{32}\.run$/))
  })
})

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type RunKey, RunStore } from '../../src/training/run-store.ts'
import { key } from './run-store/key.ts'
import { temporaryFolder } from './run-store/temporary-folder.ts'

/** Trains the run of a key in the folder, with nothing in memory. */
function trainedIn(folder: string, key: RunKey, value: unknown): Promise<unknown> {
  return new RunStore(folder).run(key, () => value)
}

describe('a run store', () => {
  test('every kind of value comes back as it was, to who trained it and to who reads it', async () => {
    const folder = temporaryFolder()
    const memory = Float32Array.of(0, 0.1, Number.NaN, Number.NEGATIVE_INFINITY, 5)
    const value = {
      weights: memory.subarray(1, 4),
      losses: Float64Array.of(1 / 3, -0),
      labels: Int32Array.of(-1),
      mask: Uint8Array.of(1, 0, 1),
      bytes: Buffer.from([1, 2]),
      mean: Number.NaN,
      limit: Number.NEGATIVE_INFINITY,
      epochs: [{ name: 'première', absent: undefined, by: new Map([['a', 1n]]) }],
    }

    const trained = (await trainedIn(folder, key, value)) as typeof value
    const read = (await trainedIn(folder, key, 'not trained again')) as typeof value

    expect(trained).toStrictEqual(value)
    expect(read).toStrictEqual(value)
    for (const { weights } of [trained, read]) expect(new Float32Array(weights.buffer)).toStrictEqual(value.weights)
  })

  test('one process trains a run once and shares its value', async () => {
    const store = new RunStore(temporaryFolder())
    const first = store.run(key, async () => ({ trainer: 'first' }))
    const second = store.run(key, () => ({ trainer: 'second' }))

    expect(await first).toEqual({ trainer: 'first' })
    expect(await second).toBe(await first)
    expect(await store.run(key, () => ({ trainer: 'third' }))).toBe(await first)
  })

  test('two stores of one process and one folder train a run once', async () => {
    const folder = temporaryFolder()
    const trainers = ['first', 'second', 'third']
    const values = await Promise.all(trainers.map((trainer) => trainedIn(folder, key, trainer)))
    expect(new Set(values).size).toBe(1)
  })

  test('a training that fails stores nothing, and the next one to ask trains', async () => {
    const folder = temporaryFolder()
    const store = new RunStore(folder)
    const failure = new Error('the loss is not finite')
    const fail = () => Promise.reject(failure)

    await expect(store.run(key, fail)).rejects.toBe(failure)
    expect(readdirSync(folder)).toEqual(['in-training'])
    expect(readdirSync(join(folder, 'in-training'))).toEqual([])
    expect(await store.run(key, () => 'trained')).toBe('trained')
  })

  test('a result that cannot be cloned is refused by the name of its run', async () => {
    await expect(trainedIn(temporaryFolder(), key, { predict: () => 1 })).rejects.toThrow(
      /'LeNet with dropout'.*cloned/,
    )
  })
})

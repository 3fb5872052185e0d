import { readdirSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { HomeworkError } from '../../src/homework-error.ts'
import { FileLock } from '../../src/training/file-lock.ts'
import { RunStore } from '../../src/training/run-store.ts'
import { key } from './run-store/key.ts'
import { temporaryFolder } from './run-store/temporary-folder.ts'

describe('the folder of a run store', () => {
  test('an emptied store trains again, and keeps files that are not its own and runs in training', async () => {
    const folder = temporaryFolder()
    const store = new RunStore(folder)
    await store.run(key, () => 'first')
    writeFileSync(join(folder, 'notes.run'), '')
    const lock = new FileLock(join(folder, 'in-training'), 'another')
    await lock.attempt()

    await store.clear()

    expect(readdirSync(folder).sort()).toEqual(['in-training', 'notes.run'])
    expect(readdirSync(join(folder, 'in-training'))).toHaveLength(1)
    expect(await store.run(key, () => 'second')).toBe('second')
  })

  test('a store without a folder yet is empty', async () => {
    const store = new RunStore(join(temporaryFolder(), 'cache', 'runs'))
    await store.clear()
    expect(await store.run(key, () => 'trained')).toBe('trained')
  })

  test('a folder that cannot be written is read, and named with the remedy before anything is trained', async () => {
    const folder = temporaryFolder()
    await new RunStore(folder).run(key, () => 'stored')
    rmdirSync(join(folder, 'in-training'))
    writeFileSync(join(folder, 'in-training'), 'a file where the store needs a folder')

    const store = new RunStore(folder)
    let trained = false
    const train = () => {
      trained = true
    }
    const error = await store.run({ ...key, seed: 'second' }, train).catch((error: unknown) => error)

    expect(error).toBeInstanceOf(HomeworkError)
    expect((error as Error).message).toContain(folder)
    expect((error as Error).message).toContain('HOMEWORK_CACHE')
    expect(trained).toBe(false)
    expect(await store.run(key, () => 'trained again')).toBe('stored')
  })
})

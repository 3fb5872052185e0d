import { expect } from 'vitest'
import { HomeworkError } from '../../../src/homework-error.ts'
import { RunStore } from '../../../src/training/run-store.ts'
import { key } from './key.ts'

/** Asserts that a folder which may not be written gives the run that it has, and refuses all else before it is trained. */
export async function expectOnlyStored(folder: string, refusal: RegExp): Promise<void> {
  const store = new RunStore(folder)
  expect(await store.run(key, () => 'trained again')).toBe('stored')
  let trained = false
  const train = () => {
    trained = true
  }
  await expect(store.run({ ...key, seed: 'second' }, train)).rejects.toThrow(refusal)
  expect(trained).toBe(false)
  await expect(new RunStore(folder).clear()).rejects.toThrow(HomeworkError)
}

import { readdirSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { publishedContents } from '../../src/experiments/lenet/mnist/source-chain.ts'
import { HomeworkError } from '../../src/homework-error.ts'
import { RunStore } from '../../src/training/run-store.ts'
import { goodMirror } from './mnist/local-mirror.ts'
import { smallContents, smallEdition } from './mnist/small-edition.ts'
import { expectOnlyStored } from './run-store/expect-only-stored.ts'
import { key } from './run-store/key.ts'
import { makeReadOnly, smallDisk } from './run-store/small-disk.ts'
import { temporaryFolder } from './run-store/temporary-folder.ts'

/** Of a run that no small disk holds. */
const large = () => new Float64Array(2 ** 16)

/** Lets the next file that is written fill the disk when half of it is there. */
async function injectFullDisk(folder: string): Promise<void> {
  const handle = await open(join(folder, 'any'), 'w')
  await handle.close()
  const prototype = Object.getPrototypeOf(handle) as FileHandle
  // Also of a test that fails: the next spec shares this process.
  onTestFinished(() => void vi.restoreAllMocks())
  vi.spyOn(prototype, 'writeFile').mockImplementationOnce(async function (this: FileHandle, bytes) {
    await this.write((bytes as Buffer).subarray(0, 1000))
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
  })
}

/** What a store says, and leaves, that has one small run and cannot hold a large one. */
async function expectCleanRefusal(folder: string): Promise<void> {
  const fresh = { ...key, seed: 'large' }
  const error = await new RunStore(folder).run(fresh, large).catch((error: unknown) => error)
  expect(error).toBeInstanceOf(HomeworkError)
  expect((error as Error).message).toMatch(
    /cannot be used: ENOSPC.* free some space on its disk, or set HOMEWORK_CACHE/,
  )
  expect(readdirSync(folder).filter((name) => name.endsWith('.run'))).toHaveLength(1)
  expect(readdirSync(join(folder, 'in-training'))).toEqual([])
  expect(await new RunStore(folder).run(key, () => 'trained again')).toBe('stored')
}

describe('a run store', () => {
  test('on a disk that fills up keeps no part of a run, says so, and goes on with what it has', async () => {
    const folder = temporaryFolder()
    await new RunStore(folder).run(key, () => 'stored')
    await injectFullDisk(folder)
    await expectCleanRefusal(folder)
  })

  test('on a real disk of 64 KiB does the same', async ({ skip }) => {
    const folder = smallDisk(64) ?? skip('no disk can be mounted here')
    await new RunStore(folder).run(key, () => 'stored')
    await expectCleanRefusal(folder)
  })

  test('on a disk that is read-only uses what is there, and refuses the rest before it trains', async ({ skip }) => {
    const folder = smallDisk(64) ?? skip('no disk can be mounted here')
    await new RunStore(folder).run(key, () => 'stored')
    makeReadOnly(folder)
    await expectOnlyStored(folder, /cannot be used: EROFS.* HOMEWORK_CACHE/)
  })
})

describe('MNIST', () => {
  const downloaded = async (cache: string) => {
    const said: string[] = []
    const mirror = await goodMirror()
    const options = { mirrors: [mirror.address], say: (line: string) => said.push(line) }
    const contents = await publishedContents(smallEdition, { mnistDirectory: null, cache }, options)
    expect(contents).toEqual(smallContents)
    return said.at(-1)
  }

  test('that does not fit into the cache is used, and no part of it is kept', async ({ skip }) => {
    // A page a file and a folder: the third file is one too many.
    const cache = smallDisk(8) ?? skip('no disk can be mounted here')
    expect(await downloaded(cache)).toMatch(
      /^MNIST is used, but not kept for the next run: ENOSPC.* Mend HOMEWORK_CACHE=/,
    )
    expect(readdirSync(join(cache, 'mnist'))).toEqual([])
  })

  test('is used from a cache that cannot be written', async ({ skip }) => {
    const cache = smallDisk(64) ?? skip('no disk can be mounted here')
    makeReadOnly(cache)
    // Node says ENOENT of a folder that it cannot make on a read-only disk.
    expect(await downloaded(cache)).toMatch(
      /^MNIST is used, but not kept for the next run: (EROFS|ENOENT).* Mend HOMEWORK_CACHE=/,
    )
  })
})

import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { publishedContents } from '../../src/experiments/lenet/mnist/source-chain.ts'
import { HomeworkError } from '../../src/homework-error.ts'
import { goodMirror } from './mnist/local-mirror.ts'
import { idxFile, layEdition, smallContents, smallEdition } from './mnist/small-edition.ts'
import { temporaryFolder } from './run-store/temporary-folder.ts'

/** What comes of a folder, contents or error, while a good cache and a good mirror stand by. */
async function read(mnistDirectory: string): Promise<unknown> {
  const cache = temporaryFolder()
  mkdirSync(join(cache, 'mnist'))
  layEdition(join(cache, 'mnist'), false)
  const mirror = await goodMirror()
  const options = { mirrors: [mirror.address], say: () => {} }
  const result = publishedContents(smallEdition, { mnistDirectory, cache }, options).catch((error: unknown) => error)
  await result
  expect(mirror.asked).toEqual([])
  return result
}

function expectRefusal(result: unknown, folder: string, reason: string): void {
  expect(result).toBeInstanceOf(HomeworkError)
  const { message } = result as HomeworkError
  expect(message).toContain(`MNIST_DIR=${folder} is not usable. ${reason}`)
  expect(message).toContain(`Put the original files ${smallEdition.map(({ name }) => name).join(', ')} there`)
}

const content = smallContents[0]!
const compressed = gzipSync(content)
const name = smallEdition[0]!.name

describe('MNIST_DIR', () => {
  test.each([true, false])('its files are read, compressed: %s', async (isCompressed) => {
    const folder = temporaryFolder()
    layEdition(folder, isCompressed)
    expect(await read(folder)).toEqual(smallContents)
  })

  test.each<[string, string, Uint8Array | 'nothing' | 'a folder', string]>([
    ['missing', name, 'nothing', 'it is missing'],
    ['a folder', name, 'a folder', 'it is not a regular file'],
    ['empty', name, Buffer.alloc(0), 'it is empty'],
    ['empty where it ends in .gz', `${name}.gz`, Buffer.alloc(0), 'it is empty'],
    ['truncated', `${name}.gz`, compressed.subarray(0, -9), 'it is truncated'],
    ['two bytes of gzip', `${name}.gz`, compressed.subarray(0, 2), 'it is truncated'],
    ['corrupt', `${name}.gz`, Buffer.from(compressed).fill(9, 12, 20), 'its gzip stream is corrupt'],
    ['a web page', `${name}.gz`, Buffer.from('<!doctype html><html></html>'), 'its magic number is 0x3c21646f'],
    ['of labels', name, idxFile([8, 0, 0], new Uint8Array(8), 0x801), 'its magic number is 0x00000801'],
    ['of another count', name, idxFile([9, 2, 2], new Uint8Array(12)), 'it announces 9 × 2 × 2 values'],
    ['too long', name, Buffer.concat([content, Buffer.alloc(1)]), 'it has 29 bytes instead of 28'],
    ['far too long', name, Buffer.alloc(2 ** 20), 'it has 1048576 bytes, more than the 1053 that are read'],
    ['a gzip bomb', `${name}.gz`, gzipSync(Buffer.alloc(2 ** 19)), 'it unpacks to more than the 28 bytes'],
    ['of other values', name, idxFile([3, 2, 2], new Uint8Array(12)), 'its content has the SHA-256'],
  ])(
    'a file that is %s is named with the reason and the remedy, and nothing else is used',
    async (_, file, put, reason) => {
      const folder = temporaryFolder()
      layEdition(folder, false)
      rmSync(join(folder, name))
      if (put === 'a folder') mkdirSync(join(folder, file))
      else if (put !== 'nothing') writeFileSync(join(folder, file), put)
      expectRefusal(await read(folder), folder, `${join(folder, file)}: ${reason}`)
    },
  )

  test.each<[string, string, (folder: string) => void]>([
    ['missing', 'There is no such folder', () => {}],
    ['a file', 'It is not a folder', (folder) => writeFileSync(folder, '')],
    ['empty', 'None of the files is in this folder', (folder) => mkdirSync(folder)],
  ])('a folder that is %s is named with the reason and the remedy', async (_, reason, put) => {
    const folder = join(temporaryFolder(), 'mnist')
    put(folder)
    expectRefusal(await read(folder), folder, reason)
  })
})

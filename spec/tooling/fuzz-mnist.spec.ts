import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { publishedContents } from '../../src/experiments/lenet/mnist/source-chain.ts'
import { verifiedContent } from '../../src/experiments/lenet/mnist/verified-content.ts'
import { HomeworkError } from '../../src/homework-error.ts'
import { forAny } from '../gradients/for-any.ts'
import { idxFile, layEdition, smallContents, smallEdition } from './mnist/small-edition.ts'

const content = smallContents[0]!
const name = smallEdition[0]!.name

/** @returns what comes of a folder whose first file holds these bytes: the contents or the error */
async function contentsWith(folder: string, bytes: Uint8Array, ending: string): Promise<unknown> {
  rmSync(join(folder, name), { force: true })
  rmSync(join(folder, `${name}.gz`), { force: true })
  writeFileSync(join(folder, `${name}${ending}`), bytes)
  const places = { mnistDirectory: folder, cache: join(folder, 'cache') }
  return publishedContents(smallEdition, places, { mirrors: [] }).catch((error: unknown) => error)
}

/** Cuts, repeats or changes some of the bytes. */
function mutationsOf(original: Uint8Array): fc.Arbitrary<Uint8Array> {
  const place = fc.nat({ max: original.length })
  const replaced = fc.tuple(place, fc.uint8Array({ maxLength: 6 }), place).map(([start, middle, end]) => {
    return Buffer.concat([original.subarray(0, start), middle, original.subarray(end)])
  })
  const flipped = fc.tuple(place, fc.integer({ min: 1, max: 255 })).map(([index, difference]) => {
    const copy = Uint8Array.from(original)
    copy[index % original.length]! ^= difference
    return copy
  })
  return fc.oneof(replaced, flipped)
}

describe('a file that holds anything', () => {
  const announced = fc.array(fc.integer({ min: 0, max: 0xffffffff }), { minLength: 0, maxLength: 5 })
  const cases: readonly (readonly [string, fc.Arbitrary<Uint8Array>])[] = [
    ['bytes', fc.uint8Array({ maxLength: 64 })],
    [
      'bytes after the mark of gzip',
      fc.uint8Array({ maxLength: 64 }).map((rest) => Buffer.concat([Buffer.of(0x1f, 0x8b), rest])),
    ],
    ['bytes in gzip', fc.uint8Array({ maxLength: 64 }).map((bytes) => gzipSync(bytes))],
    ['shape that a header announces', announced.map((shape) => idxFile(shape, new Uint8Array(12)))],
    ['mutation of the right file', mutationsOf(content)],
    ['mutation of the right file in gzip', mutationsOf(gzipSync(content))],
    ['mutation of the right file, then in gzip', mutationsOf(content).map((bytes) => gzipSync(bytes))],
  ]
  for (const [kind, arbitrary] of cases) {
    forAny(
      `for any ${kind}, the right contents come of it, or a HomeworkError that names the file`,
      fc.tuple(arbitrary, fc.constantFrom('', '.gz')),
      async ([bytes, ending]) => {
        const folder = mkdtempSync(join(tmpdir(), 'homework-'))
        try {
          layEdition(folder, false)
          const result = await contentsWith(folder, bytes, ending)
          if (result instanceof HomeworkError) expect(result.message).toContain(`${join(folder, name)}${ending}: `)
          else expect(result).toEqual(smallContents)
        } finally {
          rmSync(folder, { recursive: true, force: true })
        }
      },
    )
  }
})

describe('a file that announces or unpacks to a great deal', () => {
  const file = smallEdition[0]!
  const held = () => process.memoryUsage().external
  const megabytes = 2 ** 20

  test('has no memory allocated by the size that its header announces', async () => {
    const huge = idxFile([0xffffffff, 0xffffffff, 0xffffffff], new Uint8Array(12))
    const before = held()
    await expect(verifiedContent(file, huge, 'here')).rejects.toThrow('announces 4294967295 × 4294967295 × 4294967295')
    expect(held() - before).toBeLessThan(megabytes)
  })

  test('is not unpacked beyond the size of the original', { timeout: 30_000 }, async () => {
    const bomb = gzipSync(Buffer.alloc(64 * megabytes))
    const before = held()
    await expect(verifiedContent(file, bomb, 'here')).rejects.toThrow('it unpacks to more than the 28 bytes')
    // Two pieces of 1 MiB, in which it is unpacked.
    expect(held() - before).toBeLessThan(4 * megabytes)
  })
})

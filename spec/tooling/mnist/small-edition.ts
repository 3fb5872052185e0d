import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type PublishedFile, sha256Of } from '../../../src/experiments/lenet/mnist/published-file.ts'

/** The bytes of an IDX file, and a different one if another magic number or shape is to be announced. */
export function idxFile(shape: readonly number[], values: Uint8Array, magic = 0x0800 + shape.length): Buffer {
  const header = Buffer.alloc(4 + 4 * shape.length)
  header.writeUInt32BE(magic)
  shape.forEach((size, index) => {
    header.writeUInt32BE(size, 4 + 4 * index)
  })
  return Buffer.concat([header, values])
}

const shapes = { 'train-images': [3, 2, 2], 'train-labels': [3], 'test-images': [2, 2, 2], 'test-labels': [2] }

/** The contents of four files like MNIST's, but a few bytes long. */
export const smallContents: readonly Buffer[] = Object.values(shapes).map((shape, file) => {
  const size = shape.reduce((product, length) => product * length)
  return idxFile(
    shape,
    Uint8Array.from({ length: size }, (_, index) => 40 * file + index),
  )
})

/** What the four files are known by. */
export const smallEdition: readonly PublishedFile[] = Object.entries(shapes).map(([name, shape], file) => ({
  name,
  shape,
  sha256: sha256Of(smallContents[file]!),
}))

/** Puts the four files into a folder, all compressed or none. */
export function layEdition(folder: string, compressed: boolean): void {
  for (const [index, { name }] of smallEdition.entries()) {
    const content = smallContents[index]!
    if (compressed) writeFileSync(join(folder, `${name}.gz`), gzipSync(content))
    else writeFileSync(join(folder, name), content)
  }
}

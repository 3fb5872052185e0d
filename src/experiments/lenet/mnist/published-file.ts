import { createHash } from 'node:crypto'

/** One of the files that make up a published data set, known by the digest of its content. */
export interface PublishedFile {
  /** the file's name where it is not compressed; compressed it ends in `.gz` */
  readonly name: string
  /** of its values: [images, rows, columns] or [labels] */
  readonly shape: readonly number[]
  /** SHA-256 of the uncompressed IDX content, header included, in hexadecimal digits */
  readonly sha256: string
}

/**
 * The four files of LeCun, Cortes and Burges: training images and labels, then test images and labels. The digests
 * are of the content and not of the .gz files, which differ from mirror to mirror.
 */
export const mnistFiles: readonly PublishedFile[] = [
  {
    name: 'train-images-idx3-ubyte',
    shape: [60_000, 28, 28],
    sha256: 'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db',
  },
  {
    name: 'train-labels-idx1-ubyte',
    shape: [60_000],
    sha256: '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5',
  },
  {
    name: 't10k-images-idx3-ubyte',
    shape: [10_000, 28, 28],
    sha256: '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7',
  },
  {
    name: 't10k-labels-idx1-ubyte',
    shape: [10_000],
    sha256: 'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2',
  },
]

/**
 * One digest for all files of a data set: what `sha256sum *-ubyte | sha256sum` prints in the folder of its
 * uncompressed files.
 */
export function dataSetDigest(files: readonly Pick<PublishedFile, 'name' | 'sha256'>[]): string {
  const lines = files.map(({ name, sha256 }) => ({ name, line: `${sha256}  ${name}\n` }))
  lines.sort((a, b) => (a.name < b.name ? -1 : 1))
  return sha256Of(lines.map(({ line }) => line).join(''))
}

export function sha256Of(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** The digest of the genuine data set, without reading it. */
export const mnistDigest = dataSetDigest(mnistFiles)

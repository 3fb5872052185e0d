import { type DownloadOptions, download } from './download.ts'
import { longestCompressed } from './idx.ts'
import type { PublishedFile } from './published-file.ts'
import { UnusableFile } from './unusable-file.ts'
import { verifiedContent } from './verified-content.ts'

/**
 * Folders on the web with the four .gz files: the one that TensorFlow Datasets takes MNIST from, and torchvision's.
 * The original, yann.lecun.com/exdb/mnist, no longer serves them (pytorch/vision#8568).
 */
export const mnistMirrors: readonly string[] = [
  'https://storage.googleapis.com/cvdf-datasets/mnist/',
  'https://ossci-datasets.s3.amazonaws.com/mnist/',
]

const megabyte = 1e6

/**
 * Downloads published files, each verified. A mirror that fails once is not asked again.
 *
 * @param mirrors - addresses that end in a slash
 * @param say - takes each line about the progress
 * @returns the uncompressed contents in the order of the files, or else why each mirror failed
 */
export async function downloadFiles(
  files: readonly PublishedFile[],
  mirrors: readonly string[],
  limits: DownloadOptions['limits'],
  say: (line: string) => void,
): Promise<{ readonly contents: Uint8Array[] } | { readonly failures: string[] }> {
  const contents: Uint8Array[] = []
  const failures: string[] = []
  for (const mirror of mirrors) {
    try {
      while (contents.length < files.length) {
        const file = files[contents.length]!
        const url = `${mirror}${file.name}.gz`
        const mostBytes = longestCompressed(file.shape)
        say(`Downloading ${url}`)
        const bytes = await download(url, { mostBytes, limits, onProgress: progressLines(file.name, say) })
        contents.push(await verifiedContent(file, bytes, url))
      }
      return { contents }
    } catch (error) {
      if (!(error instanceof UnusableFile)) throw error
      failures.push(error.message)
      say(`Not downloaded: ${error.message}.`)
    }
  }
  return { failures }
}

/** A line at each further megabyte. */
function progressLines(name: string, say: (line: string) => void): DownloadOptions['onProgress'] {
  let next = megabyte
  return (received, total) => {
    if (received < next) return
    next = (Math.floor(received / megabyte) + 1) * megabyte
    const size = total === null ? '' : ` of ${(total / megabyte).toFixed(1)}`
    say(`  ${name}: ${(received / megabyte).toFixed(1)}${size} MB`)
  }
}

import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { idxFault, idxLength } from './idx.ts'
import { type PublishedFile, sha256Of } from './published-file.ts'
import { UnusableFile } from './unusable-file.ts'

/**
 * The uncompressed content of a published file, if these are its bytes.
 *
 * @param bytes - the file as it was found, compressed or not, whatever its name said
 * @param place - where it was found, for the error
 * @throws {UnusableFile} if it is anything else
 */
export async function verifiedContent(file: PublishedFile, bytes: Uint8Array, place: string): Promise<Uint8Array> {
  const content = await uncompressed(bytes, idxLength(file.shape), place)
  // The header is looked at first, as it tells more about a wrong file than the digest does.
  const fault = idxFault(content, file.shape) ?? digestFault(content, file.sha256)
  if (fault !== null) throw new UnusableFile(place, fault)
  return content
}

async function uncompressed(bytes: Uint8Array, mostBytes: number, place: string): Promise<Uint8Array> {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b
  if (!isGzip) return bytes
  try {
    // Chunks of 1 MiB unpack the images in half the time that the default of 16 KiB takes.
    return await promisify(gunzip)(bytes, { maxOutputLength: mostBytes, chunkSize: 2 ** 20 })
  } catch (error) {
    throw new UnusableFile(place, gzipFault(error as NodeJS.ErrnoException, mostBytes), { cause: error })
  }
}

function gzipFault({ code, message }: NodeJS.ErrnoException, mostBytes: number): string {
  if (code === 'ERR_BUFFER_TOO_LARGE') return `it unpacks to more than the ${mostBytes} bytes of the original`
  if (code === 'Z_BUF_ERROR') return 'it is truncated: its gzip stream has no end'
  return `its gzip stream is corrupt (${message})`
}

function digestFault(content: Uint8Array, sha256: string): string | null {
  const digest = sha256Of(content)
  return digest === sha256 ? null : `its content has the SHA-256 ${digest} instead of ${sha256}`
}

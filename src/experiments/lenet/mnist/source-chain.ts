import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { NotRun } from '../../../claims/not-run.ts'
import { HomeworkError } from '../../../homework-error.ts'
import type { Switches } from '../../../switches.ts'
import { defaultTimeLimits, type TimeLimits } from './download.ts'
import { readFolder, writeFolder } from './folder.ts'
import { downloadFiles, mnistMirrors } from './mirrors.ts'
import type { PublishedFile } from './published-file.ts'
import { UnusableFile } from './unusable-file.ts'

export interface SourceOptions {
  /** addresses that end in a slash, asked in this order; with none, nothing is downloaded */
  readonly mirrors?: readonly string[]
  readonly limits?: TimeLimits
  /** takes each line about progress and about files that are not used; the default writes to stderr */
  readonly say?: (line: string) => void
}

type Places = Pick<Switches, 'mnistDirectory' | 'cache'>

/**
 * The uncompressed contents of published files: from the folder that MNIST_DIR names, and from nowhere else if it
 * names one; or from the cache; or from the first mirror that serves them, to be stored in the cache.
 *
 * @returns the contents in the order of the files, each verified by its digest
 * @throws {HomeworkError} if MNIST_DIR is set, and a file there is missing or is not the published one
 * @throws {NotRun} if no source has them
 */
export async function publishedContents(
  files: readonly PublishedFile[],
  { mnistDirectory, cache }: Places,
  { mirrors = mnistMirrors, limits = defaultTimeLimits, say = console.warn }: SourceOptions = {},
): Promise<Uint8Array[]> {
  if (mnistDirectory !== null) return fromDirectory(files, mnistDirectory)

  const folder = join(cache, 'mnist')
  const cached = await fromCache(files, folder, say)
  if (cached !== null) return cached

  const downloaded = await downloadFiles(files, mirrors, limits, say)
  if ('failures' in downloaded) throw absent(files, folder, mirrors, downloaded.failures)
  try {
    await writeFolder(folder, files, downloaded.contents)
  } catch (error) {
    say(`MNIST is used, but not kept for the next run: ${(error as Error).message}. Mend HOMEWORK_CACHE=${cache}.`)
  }
  return downloaded.contents
}

async function fromDirectory(files: readonly PublishedFile[], directory: string): Promise<Uint8Array[]> {
  const fault = await contentsOrFault(files, directory)
  if (typeof fault !== 'string') return fault
  throw new HomeworkError(
    `MNIST_DIR=${directory} is not usable. ${fault}. Put the original files ${namesOf(files)} there, compressed or not, ` +
      'or unset MNIST_DIR to have them downloaded.',
  )
}

/** @returns the contents, or what is wrong with the folder */
async function contentsOrFault(files: readonly PublishedFile[], directory: string): Promise<Uint8Array[] | string> {
  try {
    const contents = await readFolder(directory, files)
    if (contents !== null) return contents
    const status = await stat(directory).catch(() => null)
    if (status === null) return 'There is no such folder'
    return status.isDirectory() ? 'None of the files is in this folder' : 'It is not a folder'
  } catch (error) {
    if (error instanceof UnusableFile) return error.message
    throw error
  }
}

async function fromCache(
  files: readonly PublishedFile[],
  folder: string,
  say: (line: string) => void,
): Promise<Uint8Array[] | null> {
  try {
    return await readFolder(folder, files)
  } catch (error) {
    if (!(error instanceof UnusableFile)) throw error
    say(`The cached MNIST is not used. ${error.message}.`)
    return null
  }
}

function absent(
  files: readonly PublishedFile[],
  folder: string,
  mirrors: readonly string[],
  failures: readonly string[],
): NotRun {
  const tried = failures.length === 0 ? 'it was not to be downloaded' : `no mirror served it (${failures.join('; ')})`
  const origin = mirrors[0] ?? mnistMirrors[0]
  return new NotRun(
    `MNIST is absent: MNIST_DIR is not set, ${folder} does not hold it, and ${tried}. ` +
      `Fetch ${namesOf(files)}, each as .gz, from ${origin} and set MNIST_DIR to their folder.`,
  )
}

function namesOf(files: readonly PublishedFile[]): string {
  return files.map(({ name }) => name).join(', ')
}

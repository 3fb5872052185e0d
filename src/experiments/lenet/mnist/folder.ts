import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isLeftBehind, labelOf, thisProcess } from '../../../training/process-identity.ts'
import { longestCompressed } from './idx.ts'
import type { PublishedFile } from './published-file.ts'
import { UnusableFile } from './unusable-file.ts'
import { verifiedContent } from './verified-content.ts'

/**
 * The uncompressed contents of published files in a folder, where each may lie compressed or not.
 *
 * @returns the contents in the order of the files, or null if the folder is not there or holds none of them
 * @throws {UnusableFile} for the first file that is missing among others, cannot be read or is not the published one
 */
export async function readFolder(folder: string, files: readonly PublishedFile[]): Promise<Uint8Array[] | null> {
  const paths: (string | null)[] = []
  for (const { name } of files)
    paths.push((await existing(join(folder, name))) ?? (await existing(join(folder, `${name}.gz`))))
  if (paths.every((path) => path === null)) return null

  const contents: Uint8Array[] = []
  for (const [index, file] of files.entries()) {
    const path = paths[index]
    if (!path) throw new UnusableFile(join(folder, file.name), 'it is missing, and so is the same name with .gz')
    contents.push(await verifiedContent(file, await read(path, longestCompressed(file.shape)), path))
  }
  return contents
}

/**
 * Stores published files uncompressed in a folder, which is made if it is not there. Each is written whole or not at
 * all; of several processes that do so at once, each writes the same. What a process that died left behind is removed.
 *
 * @throws the system's error if the folder cannot be written
 */
export async function writeFolder(
  folder: string,
  files: readonly PublishedFile[],
  contents: readonly Uint8Array[],
): Promise<void> {
  await mkdir(folder, { recursive: true })
  await sweep(folder)
  const drafts = await mkdtemp(join(folder, `${draft}.${labelOf(thisProcess)}-`))
  try {
    for (const [index, { name }] of files.entries()) await writeFile(join(drafts, name), contents[index]!)
    for (const { name } of files) await rename(join(drafts, name), join(folder, name))
  } finally {
    await rm(drafts, { recursive: true, force: true })
  }
}

/** Names begin with it that belong to a process which is writing; one that is killed leaves them behind. */
const draft = 'draft'

async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.startsWith(`${draft}.`) && isLeftBehind(name))
      await rm(join(folder, name), { recursive: true, force: true })
  }
}

/** @returns null if there is nothing at the path */
async function existing(path: string): Promise<string | null> {
  try {
    await stat(path)
    return path
  } catch (error) {
    if (/^(ENOENT|ENOTDIR)$/.test((error as NodeJS.ErrnoException).code ?? '')) return null
    throw unreadable(path, error)
  }
}

/** @param mostBytes - the file may have; a longer one is not read */
async function read(path: string, mostBytes: number): Promise<Uint8Array> {
  try {
    const status = await stat(path)
    // Also because a pipe or a device in its place may never come to an end.
    if (!status.isFile()) throw new UnusableFile(path, 'it is not a regular file')
    if (status.size > mostBytes)
      throw new UnusableFile(path, `it has ${status.size} bytes, more than the ${mostBytes} that are read`)
    return await readFile(path)
  } catch (error) {
    throw error instanceof UnusableFile ? error : unreadable(path, error)
  }
}

function unreadable(path: string, error: unknown): UnusableFile {
  return new UnusableFile(path, `it cannot be read (${(error as Error).message})`, { cause: error })
}

import { mkdir, readdir, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Surroundings } from './checks.ts'
import type { RunProgram } from './run-program.ts'

/**
 * This machine, as the checks look at it.
 *
 * @param folder - where the engine will lie; it is made
 * @param downloads - where its wheels stay
 */
export async function surroundings(folder: string, downloads: string, run: RunProgram): Promise<Surroundings> {
  await mkdir(folder, { recursive: true })
  const { bavail, bsize } = await statfs(folder)
  // Node's declaration of the report is a bare object.
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } }
  return {
    platform: process.platform,
    architecture: process.arch,
    glibc: header.glibcVersionRuntime,
    environment: process.env,
    freeBytes: bavail * bsize,
    downloadedBytes: await bytesIn(downloads),
    run,
  }
}

/** Bytes of the files of a folder; 0 if there is none. */
async function bytesIn(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => [])
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}

import { mkdir, statfs } from 'node:fs/promises'
import type { Surroundings } from './checks.ts'
import type { RunProgram } from './run-program.ts'

/**
 * This machine, as the checks look at it.
 *
 * @param folder - where the engine will lie; it is made
 */
export async function surroundings(folder: string, run: RunProgram): Promise<Surroundings> {
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
    run,
  }
}

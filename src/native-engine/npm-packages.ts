import { cp } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { HomeworkError } from '../homework-error.ts'
import { packages } from './manifest.ts'
import { lastWords, type RunProgram } from './run-program.ts'

/**
 * Installs tfjs-node's JavaScript into a folder, without its install script, which would download TensorFlow 2.9.1.
 * The lock file pins each package by its digest.
 *
 * @param npm - npm's own file
 * @throws {HomeworkError} if npm fails
 */
export async function installPackages(folder: string, npm: string, run: RunProgram): Promise<void> {
  await cp(fileURLToPath(packages), folder, { recursive: true })
  const words = [npm, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--prefix', folder]
  const { code, output } = await run(process.execPath, words, { folder })
  if (code === 0) return
  throw new HomeworkError(
    `npm did not install tfjs-node: ${lastWords(output)}. See that the npm registry can be reached from here, and run the command again.`,
  )
}

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { HomeworkError } from '../homework-error.ts'
import { recipeOf } from './manifest.ts'
import { lastWords, type RunProgram } from './run-program.ts'
import type { Variant } from './variant.ts'

/** Which builds of a wheel are taken. They are named, so that one digest holds whatever Python runs pip. */
const builds = ['--python-version=3.12', '--implementation=cp', '--abi=cp312', '--abi=none', '--abi=abi3'].concat(
  ['_2_27', '_2_25', '_2_17', '2014', '_2_12', '2010'].map((tag) => `--platform=manylinux${tag}_x86_64`),
)

/** What runs pip, and where its files go. */
export interface WheelBuild {
  readonly variant: Variant
  readonly python: string
  readonly run: RunProgram
  /** The folder in which wheels stay until the engine is finished. */
  readonly downloads: string
  /** The folder for what pip has downloaded in part. */
  readonly temporary: string
}

/**
 * The folder in which the wheels of an engine stay until it is finished. Another list of wheels has another folder.
 *
 * @param native - the folder of all native engines
 */
export async function downloadsFolder(native: string, variant: Variant): Promise<string> {
  return join(native, `downloads-${(await recipeOf(variant)).slice(0, 12)}`)
}

/**
 * Downloads the wheels of an engine; those that lie in the folder already are only verified, by pip.
 *
 * @throws {HomeworkError} if pip fails: the index cannot be reached, or a wheel is not the one pinned
 */
export async function downloadWheels({ variant, python, run, downloads, temporary }: WheelBuild): Promise<void> {
  await mkdir(temporary, { recursive: true })
  const words = ['-m', 'pip', 'download', '--no-deps', '--only-binary=:all:', ...builds, '--require-hashes']
  // Without pip's own cache, which would keep all of it a second time and for ever.
  words.push('--no-cache-dir', '--disable-pip-version-check', '--no-input', '--progress-bar=off', '--retries=2')
  // One at a time: pip moves what it has downloaded to its place only when it has all that it was asked for.
  const requirement = join(temporary, 'requirement.txt')
  for (const line of await requirementsOf(variant)) {
    await writeFile(requirement, `${line}\n`)
    const { code, output } = await run(python, [...words, `--dest=${downloads}`, `--requirement=${requirement}`], {
      environment: { TMPDIR: temporary },
    })
    if (code === 0) continue
    const reason = /DO NOT MATCH THE HASHES/i.test(output)
      ? 'A wheel is not the one whose digest is pinned: ask again later or of another index'
      : 'See that the Python package index (PyPI, or the one in pip.conf) can be reached from here'
    throw new HomeworkError(
      `pip did not download ${line.split(' ', 1)[0]}: ${lastWords(output)}. ${reason}, and run the command again.`,
    )
  }
}

async function requirementsOf({ requirements }: Variant): Promise<string[]> {
  const lines = (await readFile(requirements, 'utf8')).split('\n').map((line) => line.trim())
  return lines.filter((line) => line !== '' && !line.startsWith('#'))
}

/**
 * Lays out the libraries and headers of the downloaded wheels, as tfjs-node's binding.gyp expects them.
 *
 * @param target - tfjs-node's folder `deps`
 * @throws {HomeworkError} if Python fails
 */
export async function unpackWheels({ python, run, downloads }: WheelBuild, target: string): Promise<void> {
  const script = fileURLToPath(new URL('./unpack_wheels.py', import.meta.url))
  const wheels = (await readdir(downloads)).filter((name) => name.endsWith('.whl'))
  const { code, output } = await run(python, [script, target, ...wheels.map((name) => join(downloads, name))])
  if (code !== 0) throw new HomeworkError(`TensorFlow's wheel cannot be unpacked: ${lastWords(output)}.`)
}

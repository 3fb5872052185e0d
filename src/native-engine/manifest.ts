import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import {
  type BuiltFile,
  type BuiltManifest,
  findBuiltEngine,
  manifestName,
  packageFolder,
  readManifest,
} from '../backend/built-engine.ts'
import { type AskEngine, loadEngine } from './load-engine.ts'
import type { Variant } from './variant.ts'

/** The npm package whose binding is built. */
export const bindingPackage = '@tensorflow/tfjs-node'

/** The npm packages of an engine, with the lock file that pins each by its digest. */
export const packages = new URL('./packages/', import.meta.url)

/**
 * A digest of all that is downloaded for an engine, wheels and npm packages, and of the stand-ins for tfjs that come with
 * them. How it is unpacked and compiled is not in it.
 */
export async function recipeOf({ requirements }: Variant): Promise<string> {
  const names = ['package-lock.json', 'tfjs/index.js', 'tfjs-core/index.js']
  const pinned = [requirements, ...names.map((name) => new URL(name, packages))]
  const hash = createHash('sha256')
  for (const file of pinned) hash.update((await readFile(file, 'utf8')).replaceAll('\r\n', '\n'))
  return hash.digest('hex')
}

/** Makes a folder an engine: writes down what its files are. */
export async function writeManifest(folder: string, variant: Variant): Promise<void> {
  const { version } = JSON.parse(
    await readFile(join(packageFolder(folder, bindingPackage), 'package.json'), 'utf8'),
  ) as { version: string }
  const files: BuiltFile[] = []
  // Links are left out: to follow them would list a file twice. Without one that it needs the engine does not load.
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    files.push({ path: relative(folder, file), bytes: (await stat(file)).size, sha256: await digest(file) })
  }
  const manifest: BuiltManifest = { package: bindingPackage, version, recipe: await recipeOf(variant), files }
  await writeFile(join(folder, manifestName), JSON.stringify(manifest))
}

/**
 * Verifies a finished engine by the digests of all its files, and then by loading it.
 *
 * @returns what is wrong with it, or null if it is whole, the one that is pinned today, and loads
 */
export async function faultOf(folder: string, variant: Variant, ask: AskEngine): Promise<string | null> {
  const engine = findBuiltEngine(folder)
  const manifest = readManifest(folder)
  if (engine === null || manifest === null) return 'there is none yet'
  if ('damage' in engine) return engine.damage
  if ('damage' in manifest) return manifest.damage
  if (manifest.recipe !== (await recipeOf(variant))) return 'it was built from other versions'
  for (const { path, sha256 } of manifest.files) {
    if ((await digest(join(folder, path))) !== sha256) return `${join(folder, path)} was changed`
  }
  const loaded = await loadEngine(engine.folder, variant, ask)
  return 'fault' in loaded ? loaded.fault : null
}

async function digest(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

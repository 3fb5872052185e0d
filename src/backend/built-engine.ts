import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { InstalledPackage } from './installed-package.ts'

/** What a built engine computes on, which is also the name of its folder. */
export type BuiltFor = 'cpu' | 'gpu'

/** A file of the engine as it was when the engine was finished; the path is relative to the engine's folder. */
export interface BuiltFile {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

/** What an engine that `npm run engine:native` built says of itself. */
export interface BuiltManifest {
  /** The npm package whose binding was built, and its version. */
  readonly package: string
  readonly version: string
  /** All that is downloaded for the engine, as one digest: another one asks for another engine. */
  readonly recipe: string
  readonly files: readonly BuiltFile[]
}

/** A built engine: whole as far as sizes tell, or what is wrong with it. */
export type BuiltEngine = InstalledPackage | { readonly damage: string }

/** The file that makes a folder an engine; it is written last. */
export const manifestName = 'engine.json'

/** The folder for all that `npm run engine:native` makes. */
export function nativeFolder(cache: string): string {
  return join(cache, 'native-engine')
}

/** The folder of a finished engine. */
export function builtFolder(cache: string, builtFor: BuiltFor): string {
  return join(nativeFolder(cache), builtFor)
}

/**
 * Finds an engine that `npm run engine:native` built, without loading it.
 *
 * @param folder - as {@link builtFolder} names it
 * @returns null if there is none
 */
export function findBuiltEngine(folder: string): BuiltEngine | null {
  const manifest = readManifest(folder)
  if (manifest === null || 'damage' in manifest) return manifest
  for (const { path, bytes } of manifest.files) {
    const damage = damageOf(join(folder, path), bytes)
    if (damage !== null) return { damage }
  }
  return { name: manifest.package, version: manifest.version, folder: packageFolder(folder, manifest.package) }
}

function damageOf(file: string, bytes: number): string | null {
  try {
    const size = statSync(file, { throwIfNoEntry: false })?.size
    if (size === undefined) return `${file} is missing`
    return size === bytes ? null : `${file} has ${size} bytes and had ${bytes}`
  } catch (error) {
    return `${file} cannot be read (${(error as Error).message})`
  }
}

/** The folder of an npm package in that of the engine. */
export function packageFolder(folder: string, name: string): string {
  return join(folder, 'node_modules', ...name.split('/'))
}

/** @returns null if the folder holds no engine */
export function readManifest(folder: string): BuiltManifest | { readonly damage: string } | null {
  const path = join(folder, manifestName)
  try {
    const content: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return isManifest(content) ? content : { damage: `${path} does not say what an engine says of itself` }
  } catch (error) {
    if (/^(ENOENT|ENOTDIR)$/.test((error as NodeJS.ErrnoException).code ?? '')) return null
    return { damage: `${path} cannot be read (${(error as Error).message})` }
  }
}

function isManifest(content: unknown): content is BuiltManifest {
  if (!isObject(content)) return false
  const { package: name, version, recipe, files } = content
  return [name, version, recipe].every(isText) && Array.isArray(files) && files.every(isBuiltFile)
}

function isBuiltFile(content: unknown): content is BuiltFile {
  return isObject(content) && isText(content.path) && isText(content.sha256) && typeof content.bytes === 'number'
}

function isObject(content: unknown): content is Readonly<Record<string, unknown>> {
  return typeof content === 'object' && content !== null
}

function isText(content: unknown): content is string {
  return typeof content === 'string'
}

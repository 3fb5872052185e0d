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
  /** All that went into the engine, as one digest: another one asks for another engine. */
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
    const file = join(folder, path)
    const size = statSync(file, { throwIfNoEntry: false })?.size
    if (size === undefined) return { damage: `${file} is missing` }
    if (size !== bytes) return { damage: `${file} has ${size} bytes and had ${bytes}` }
  }
  return { name: manifest.package, version: manifest.version, folder: packageFolder(folder, manifest.package) }
}

/** The folder of an npm package in that of the engine. */
export function packageFolder(folder: string, name: string): string {
  return join(folder, 'node_modules', ...name.split('/'))
}

/** @returns null if the folder holds no engine */
export function readManifest(folder: string): BuiltManifest | { readonly damage: string } | null {
  const path = join(folder, manifestName)
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as BuiltManifest
  } catch (error) {
    if (/^(ENOENT|ENOTDIR)$/.test((error as NodeJS.ErrnoException).code ?? '')) return null
    return { damage: `${path} cannot be read (${(error as Error).message})` }
  }
}

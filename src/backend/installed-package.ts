import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'

/** An npm package as it lies on the disk. */
export interface InstalledPackage {
  readonly name: string
  readonly version: string
  /** The absolute path of its folder. */
  readonly folder: string
}

/**
 * Finds a package without loading it.
 *
 * @param name - for example `@tensorflow/tfjs-node`
 * @param from - the file or file URL from which Node looks for the package
 * @returns null if the package is not installed
 */
export function findPackage(name: string, from: string | URL = import.meta.url): InstalledPackage | null {
  try {
    const manifest = createRequire(from).resolve(`${name}/package.json`)
    const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }
    return { name, version, folder: dirname(manifest) }
  } catch {
    return null
  }
}

/**
 * Loads an optional package that TypeScript cannot see, by Node's own `require`, so that it shares
 * `@tensorflow/tfjs-core` with the rest of the program and no bundler rewrites it.
 *
 * @param installed - the package; `Exports` is the caller's word for what it exports
 */
export function loadPackage<Exports>(installed: InstalledPackage): Exports {
  return createRequire(import.meta.url)(installed.folder) as Exports
}

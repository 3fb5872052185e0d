import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * SHA-256 of the code that a module runs: the module itself, every module that it reaches by relative imports, and
 * the versions of the packages that these import. `import type` does not count, as it runs nothing. The digest is
 * equal in every checkout and on every system: paths are relative to the project, line ends are normalised.
 *
 * Call it while the module is evaluated (`const sources = sourceDigest(import.meta.url)`): later the file may have
 * been edited, and the digest would be of code that this process did not load. What a module reads by other means
 * than an import belongs in the key's `data`.
 *
 * @param entry - path or file URL of a module of this project, formatted by Biome
 * @returns 64 hexadecimal digits
 * @throws {Error} if a relative import names no file: it carries its ending
 */
export function sourceDigest(entry: URL | string): string {
  const path = entry instanceof URL || entry.startsWith('file:') ? fileURLToPath(entry) : resolve(entry)
  const root = projectOf(path)
  const modules = new Map<string, string>()
  const packages = new Set<string>()
  collect(path, modules, packages)
  const digests = Array.from(modules, ([module, source]) => {
    return `${relative(root, module).split(sep).join('/')} ${sha256(source)}`
  })
  return sha256([...digests.sort(), ...Array.from(packages).sort()].join('\n'))
}

function collect(module: string, modules: Map<string, string>, packages: Set<string>): void {
  if (modules.has(module)) return
  const source = readFileSync(module, 'utf8').replaceAll('\r\n', '\n')
  modules.set(module, source)
  for (const specifier of importsOf(source, module)) {
    if (/^\.\.?\//.test(specifier)) {
      const imported = resolve(dirname(module), specifier)
      if (!existsSync(imported)) throw new Error(`${module} imports ${specifier}, which is no file: write its ending`)
      collect(imported, modules, packages)
    } else if (!specifier.startsWith('node:')) {
      packages.add(packageVersion(specifier, module))
    }
  }
}

/*
 * Statements are found at the start of a line, where Biome puts them, so that prose in comments is none; dynamic
 * imports are found anywhere.
 */
const importStatement =
  /^import\s*(?<type>type\s(?!\s*from\b))?(?:[\w$*,\s]*(?:\{[^}]*\})?\s*from\s*)?(?<quote>['"])(?<from>.+?)\k<quote>/gm
const exportStatement =
  /^export\s*(?<type>type\s)?\s*(?:\*(?:\s*as\s+[\w$]+)?|\{[^}]*\})\s*from\s*(?<quote>['"])(?<from>.+?)\k<quote>/gm
const dynamicImport = /\bimport\(\s*(?<quote>['"])(?<from>.+?)\k<quote>/g
const beginOfImport = /^import\b(?!\s*[.(])/gm

/** What the module imports, without what `import type` erases. */
function importsOf(source: string, module: string): string[] {
  const imports = [...source.matchAll(importStatement)]
  const begun = [...source.matchAll(beginOfImport)]
  if (imports.length !== begun.length) throw new Error(`${module} has an import that sourceDigest cannot read`)
  const all = [...imports, ...source.matchAll(exportStatement), ...source.matchAll(dynamicImport)]
  return all.filter(({ groups }) => groups?.type === undefined).map(({ groups }) => groups!.from!)
}

/** For instance `@tensorflow/tfjs 4.22.0`; an optional package may be absent. */
function packageVersion(specifier: string, module: string): string {
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
  for (let folder = dirname(module); ; folder = dirname(folder)) {
    const manifest = join(folder, 'node_modules', name, 'package.json')
    if (existsSync(manifest)) return `${name} ${JSON.parse(readFileSync(manifest, 'utf8')).version}`
    if (folder === dirname(folder)) return `${name} absent`
  }
}

/** The nearest folder above with a package.json. */
function projectOf(module: string): string {
  for (let folder = dirname(module); folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder
  }
  throw new Error(`${module} lies in no project: no folder above it has a package.json`)
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

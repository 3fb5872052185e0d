import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sourceDigest } from '../../src/training/source-digest.ts'
import { sources } from './run-store/digested.ts'
import { temporaryFolder } from './run-store/temporary-folder.ts'

const project = {
  'package.json': '{}',
  'node_modules/@scope/engine/package.json': '{ "version": "1.0.0" }',
  'src/run.ts': [
    "import '@scope/engine/side-effect'",
    "import { readFileSync } from 'node:fs'",
    "import * as model from '../model.ts'",
    "import type { Options } from './options.ts'",
    "export type { Result } from './result.ts'",
    "export {\n  figure, // the reader's\n} from './figure.ts'",
    "const lazy = () => import('./lazy.ts')",
    "// taken from 'elsewhere'",
  ].join('\n'),
  'model.ts': "import './src/run.ts'\nimport type from './kind.ts'\nexport * from './layer.ts'\n",
  'kind.ts': 'export default 1\n',
  'layer.ts': 'export const width = 2\n',
  'src/figure.ts': 'export const figure = 3\n',
  'src/lazy.ts': 'export const lazy = 4\n',
  'src/options.ts': 'export type Options = 5\n',
  'src/result.ts': 'export type Result = 6\n',
  'src/unreached.ts': 'export const unreached = 7\n',
}

/** The digest of src/run.ts in a fresh copy of the project in which some files differ. */
function digestWith(changed: Partial<Record<keyof typeof project, string>>): string {
  const root = temporaryFolder()
  for (const [path, text] of Object.entries({ ...project, ...changed })) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return sourceDigest(join(root, 'src', 'run.ts'))
}

describe('the digest of the sources of a run', () => {
  test('it is the same in every checkout', () => {
    expect(digestWith({})).toMatch(/^[0-9a-f]{64}$/)
    expect(digestWith({})).toBe(digestWith({}))
  })

  test.each(['src/run.ts', 'model.ts', 'kind.ts', 'layer.ts', 'src/figure.ts', 'src/lazy.ts'] as const)(
    'it changes with %s, which the run executes',
    (path) => {
      expect(digestWith({ [path]: `${project[path]}// edited\n` })).not.toBe(digestWith({}))
    },
  )

  test.each(['src/options.ts', 'src/result.ts', 'src/unreached.ts'] as const)(
    'it does not change with %s, which the run does not execute',
    (path) => {
      expect(digestWith({ [path]: `${project[path]}// edited\n` })).toBe(digestWith({}))
    },
  )

  test('it changes with the version of a package', () => {
    const manifest = { 'node_modules/@scope/engine/package.json': '{ "version": "1.0.1" }' }
    expect(digestWith(manifest)).not.toBe(digestWith({}))
  })

  test('it does not depend on the line ends of the checkout', () => {
    expect(digestWith({ 'layer.ts': 'export const width = 2\r\n' })).toBe(digestWith({}))
  })

  test('an import that names no file is refused, as what it stands for would not be seen', () => {
    expect(() => digestWith({ 'model.ts': "import './layer'\n" })).toThrow(/imports \.\/layer, which is no file/)
  })

  test('an import in a form that Biome does not write is refused, as it would not be seen', () => {
    expect(() => digestWith({ 'model.ts': "import /* the width */ './layer.ts'\n" })).toThrow(
      /import that .* cannot read/,
    )
  })

  test('a module that Vitest loads knows its own source file by import.meta.url', () => {
    expect(sources).toBe(sourceDigest(new URL('run-store/digested.ts', import.meta.url)))
  })
})

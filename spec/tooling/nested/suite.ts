import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { ClaimsJson } from '../../../src/report/claims-json.ts'

const project = join(import.meta.dirname, '..', '..', '..')
const { CI: _, GITHUB_STEP_SUMMARY: __, ...environment } = process.env

/** What Vitest's own reporter says of a spec file. */
export interface TestedFile {
  readonly name: string
  readonly status: string
  readonly message: string
  readonly assertionResults: readonly { status: string; title: string; failureMessages: string[] }[]
}

/**
 * A project of its own in a temporary folder, which is removed at the end: the named claims of this folder as
 * spec/1-nested/NAME.spec.ts, beside a link to the sources.
 */
export function nestedSuite(...names: string[]) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'nested-')))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const root = join(folder, 'suite')
  const specs = join(root, 'spec', '1-nested')
  mkdirSync(specs, { recursive: true })
  symlinkSync(join(project, 'src'), join(folder, 'src'), 'junction')
  cpSync(join(import.meta.dirname, 'known.ts'), join(specs, 'known.ts'))
  for (const name of names) cpSync(join(import.meta.dirname, `${name}.claim.ts`), join(specs, `${name}.spec.ts`))
  const read = (name: string) => readFileSync(join(root, name), 'utf8')
  return {
    folder,
    read,
    report: (): ClaimsJson => JSON.parse(read('claims-report/claims.json')),
    files: (): TestedFile[] => JSON.parse(read('results.json')).testResults,
    /** Runs Vitest on it in a process of its own, or on the files that contain a word. */
    run(words: string[] = [], variables: Readonly<Record<string, string>> = {}) {
      const vitest = join(project, 'node_modules/vitest/vitest.mjs')
      const switches = {
        HOMEWORK_BACKEND: 'cpu',
        HOMEWORK_CACHE: folder,
        HOMEWORK_SCALE: 'quick',
        HOMEWORK_SEED: 'nested',
      }
      const config = join(import.meta.dirname, 'vitest.config.ts')
      return spawnSync(process.execPath, [vitest, 'run', '--config', config, ...words], {
        cwd: project,
        encoding: 'utf8',
        env: { ...environment, ...switches, ...variables, SUITE_FOLDER: root },
      })
    },
  }
}

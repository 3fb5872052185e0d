import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
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
 * spec/1-nested/NAME.spec.ts, beside a link to the sources. A claim 'FOLDER/NAME' stands in spec/FOLDER/.
 */
export function nestedSuite(...names: string[]) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'nested-')))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const root = join(folder, 'suite')
  mkdirSync(root)
  symlinkSync(join(project, 'src'), join(folder, 'src'), 'junction')
  for (const path of names) {
    const specs = join(root, 'spec', path.includes('/') ? dirname(path) : '1-nested')
    cpSync(join(import.meta.dirname, 'known.ts'), join(specs, 'known.ts'))
    cpSync(join(import.meta.dirname, `${basename(path)}.claim.ts`), join(specs, `${basename(path)}.spec.ts`))
  }
  const read = (name: string) => readFileSync(join(root, name), 'utf8')
  return {
    folder,
    root,
    read,
    report: (): ClaimsJson => JSON.parse(read('claims-report/claims.json')),
    files: (): TestedFile[] => JSON.parse(read('results.json')).testResults,
    /** Runs Vitest on it in a process of its own, or on the files that contain a word. */
    run(words: string[] = [], variables: Readonly<Record<string, string>> = {}, configuration = 'vitest.config.ts') {
      const vitest = join(project, 'node_modules/vitest/vitest.mjs')
      const switches = {
        HOMEWORK_BACKEND: 'cpu',
        HOMEWORK_CACHE: folder,
        HOMEWORK_SCALE: 'quick',
        HOMEWORK_SEED: 'nested',
      }
      const config = join(import.meta.dirname, configuration)
      return spawnSync(process.execPath, [vitest, 'run', '--config', config, ...words], {
        cwd: project,
        encoding: 'utf8',
        env: { ...environment, ...switches, ...variables, SUITE_FOLDER: root },
      })
    },
  }
}

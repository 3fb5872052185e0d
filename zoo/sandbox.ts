import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { headline } from './headline.ts'
import { type Mistake, withMistake } from './mistake.ts'

/** What the specs of a run say. */
export interface SpecRun {
  /** tests that ran */
  readonly tests: number
  /** specs in which a test ran */
  readonly asked: readonly string[]
  readonly failures: readonly Failure[]
  /** what kept a spec from running at all; such a red proves nothing */
  readonly broken: string | null
}

/** A test that went red. */
export interface Failure {
  /** as a mistake names it */
  readonly spec: string
  readonly test: string
  /** its message in a line */
  readonly message: string
}

/** What the specs need of the project. */
const copied = ['src', 'spec', 'fixtures', 'snapshots', 'package.json', 'vitest.config.ts', 'tsconfig.json']

/**
 * A copy of the project in a temporary folder, in which mistakes are tried one at a time.
 *
 * Stored metrics would see any change, sound ones too. Under a seed of its own a run is not compared with them, so that
 * what goes red is a verdict, a negative twin or a spec of the machinery.
 */
export class Sandbox {
  readonly #folder: string

  constructor(project: string) {
    this.#folder = realpathSync(mkdtempSync(join(tmpdir(), 'zoo-')))
    for (const name of copied) cpSync(join(project, name), join(this.#folder, name), { recursive: true })
    symlinkSync(join(project, 'node_modules'), join(this.#folder, 'node_modules'), 'junction')
  }

  /** Runs specs with a mistake in the sources, and mends these again; without one, on the sources as they are. */
  async run(specs: readonly string[], mistake?: Mistake): Promise<SpecRun> {
    // Of the copy, as the project may be worked on meanwhile.
    const sound = new Map<string, string>()
    try {
      for (const edit of mistake?.edits ?? []) {
        const path = join(this.#folder, 'src', edit.file)
        const text = readFileSync(path, 'utf8')
        if (!sound.has(path)) sound.set(path, text)
        writeFileSync(path, withMistake(text, edit, mistake!.name))
      }
      return await this.#vitest(specs)
    } finally {
      for (const [path, text] of sound) writeFileSync(path, text)
    }
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }

  async #vitest(specs: readonly string[]): Promise<SpecRun> {
    const results = join(this.#folder, 'results.json')
    rmSync(results, { force: true })
    // Only what a spec says makes it red, and no busy machine.
    const patient = ['--testTimeout=0', '--hookTimeout=0']
    const words = [
      ...[join(this.#folder, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=json', `--outputFile=${results}`],
      ...patient,
      ...specs.map((spec) => `spec/${spec}.spec.ts`),
    ]
    // What was trained before, and what no mistake touches, need not be trained again: the store tells code by its digest.
    const env = { ...process.env, HOMEWORK_SCALE: 'quick', HOMEWORK_SEED: 'zoo', HOMEWORK_RESUME: '1', NO_COLOR: '1' }
    const child = spawn(process.execPath, words, { cwd: this.#folder, env, stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said += text
    })
    // It would write into a folder that is gone by then.
    const end = () => child.kill()
    process.once('exit', end)
    await new Promise((resolve) => child.on('close', resolve))
    process.removeListener('exit', end)
    return summarised(readResults(results, said), this.#folder)
  }
}

interface TestedFile {
  readonly name: string
  readonly status: string
  readonly message: string
  readonly assertionResults: readonly { status: string; title: string; failureMessages: readonly string[] }[]
}

function readResults(path: string, said: string): readonly TestedFile[] {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).testResults
  } catch {
    throw new Error(`Vitest left no results; it said:\n${said}`)
  }
}

function summarised(files: readonly TestedFile[], folder: string): SpecRun {
  const ran = files.flatMap(({ assertionResults }) => assertionResults.filter(({ status }) => status !== 'skipped'))
  const unread = files.find(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0)
  return {
    tests: ran.length,
    asked: files
      .filter(({ assertionResults }) => assertionResults.some(({ status }) => status !== 'skipped'))
      .map(({ name }) => specOf(name, folder)),
    failures: files.flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(({ status }) => status === 'failed')
        .map(({ title, failureMessages }) => ({
          spec: specOf(name, folder),
          test: title,
          message: headline(failureMessages[0] ?? ''),
        })),
    ),
    broken: unread === undefined ? null : headline(unread.message),
  }
}

/** The path as a mistake names it, whichever way the system writes paths. */
function specOf(path: string, folder: string): string {
  return path
    .slice(folder.length)
    .replaceAll('\\', '/')
    .replace(/^\/spec\//, '')
    .replace(/\.spec\.ts$/, '')
}

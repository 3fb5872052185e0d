// Mutates a folder, or a file of it, and says which mutants the folder's own specs let live:
// npm run mutation -- src/statistics [--force]
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Stryker } from '@stryker-mutator/core'
import { ownSpecs, unreached } from './own-specs.mjs'

const { values: options, positionals } = parseArgs({
  options: { force: { type: 'boolean', default: false } },
  allowPositionals: true,
})
process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const path = positionals.length === 1 ? positionals[0].replaceAll('\\', '/').replace(/\/$/, '') : ''
const folder = path.endsWith('.ts') ? posix.dirname(path) : path
if (!Object.hasOwn(ownSpecs, folder) || !existsSync(path)) {
  const folders = Object.keys(ownSpecs).join(', ')
  console.error(`'${positionals.join(' ')}' is nothing that is mutated: give one of ${folders}, or a file of one.`)
  process.exit(1)
}
const incrementalFile = `.stryker/${folder.replaceAll('/', '-')}.json`
if (existsSync(incrementalFile)) forgetSurvivors()

// Stryker warns of an exclusion that excludes nothing.
const excluded = unreached.filter((file) => posix.dirname(file) === folder).map((file) => `!${file}`)

// For vitest.config.mjs, which Stryker's own processes read.
process.env.MUTATED_FOLDER = folder
await new Stryker({
  mutate: [path === folder ? `${folder}/*.ts` : path, ...excluded],
  testRunner: 'vitest',
  vitest: { configFile: 'mutation/vitest.config.mjs', related: false },
  coverageAnalysis: 'perTest',
  concurrency: 1,
  // Most endless loops are found by counting. A busy machine may be slow at all others, and is no reason to call them dead.
  timeoutMS: 15_000,
  timeoutFactor: 3,
  dryRunTimeoutMinutes: 30,
  plugins: ['@stryker-mutator/vitest-runner', './mutation/messages.mjs'],
  ignorers: ['messages'],
  incremental: true,
  incrementalFile,
  force: options.force,
  tempDirName: '.stryker/sandbox',
  cleanTempDir: 'always',
  ignorePatterns: ['/*', '!/src', '!/spec', '!/fixtures', '!/mutation', '!/package.json'],
  disableTypeChecks: false,
  reporters: ['clear-text', process.stdout.isTTY ? 'progress' : 'progress-append-only'],
  clearTextReporter: { logTests: false, reportTests: false },
  thresholds: { high: 95, low: 85, break: 85 },
}).runMutationTest()

/** Stryker keeps a survivor until a test is added, and does not see an edit inside one: so all but the dead are tried again. */
function forgetSurvivors() {
  const report = JSON.parse(readFileSync(incrementalFile, 'utf8'))
  const dead = ({ status }) => status === 'Killed' || status === 'Timeout'
  for (const [name, file] of Object.entries(report.files)) {
    if (name.startsWith(path)) file.mutants = file.mutants.filter(dead)
  }
  writeFileSync(incrementalFile, JSON.stringify(report))
}

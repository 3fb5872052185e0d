// Mutates a folder and says which mutants its own specs let live: npm run mutation -- src/statistics [--force]
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Stryker } from '@stryker-mutator/core'
import { ownSpecs } from './own-specs.mjs'

const { values: options, positionals } = parseArgs({
  options: { force: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const folder = positionals.length === 1 ? positionals[0].replaceAll('\\', '/').replace(/\/$/, '') : ''
if (!Object.hasOwn(ownSpecs, folder)) {
  console.error(
    `'${positionals.join(' ')}' is no folder that is mutated: give one of ${Object.keys(ownSpecs).join(', ')}.`,
  )
  process.exit(1)
}

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const incrementalFile = `.stryker/${folder.replaceAll('/', '-')}.json`
if (existsSync(incrementalFile)) forgetSurvivors()

// For vitest.config.mjs, which Stryker's own processes read.
process.env.MUTATED_FOLDER = folder
await new Stryker({
  mutate: [`${folder}/**/*.ts`],
  testRunner: 'vitest',
  vitest: { configFile: 'mutation/vitest.config.mjs', related: false },
  coverageAnalysis: 'perTest',
  concurrency: 1,
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
  for (const file of Object.values(report.files))
    file.mutants = file.mutants.filter(({ status }) => status === 'Killed')
  writeFileSync(incrementalFile, JSON.stringify(report))
}

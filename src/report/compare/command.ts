import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { HomeworkError } from '../../homework-error.ts'
import { addToJobSummary } from '../job-summary.ts'
import { downloadReport, type GitHub, gh } from './base-report.ts'
import { compareReports } from './compare-reports.ts'
import { comparisonInMarkdown, comparisonOnTerminal, type NamedReport } from './comparison-in-words.ts'
import { readReport } from './read-report.ts'

const usage = 'npm run compare -- OLD NEW, or npm run compare -- --branch BRANCH NEW; OLD and NEW are claims.json files'

/**
 * The command `npm run compare`. Prints the comparison, and adds it to the job summary of a CI that has one.
 *
 * @param words - `OLD NEW`, the paths of two claims.json files, or `--branch BRANCH NEW`, where the old one is the last
 *   report of the branch on GitHub
 * @returns the exit code: 0 if nothing regressed or the branch has no report, 1 if something did, 2 for bad input
 */
export function compareCommand(words: readonly string[], github: GitHub = gh): number {
  try {
    const { branch, paths } = parse(words)
    if (branch === undefined) return compare(named(paths[0]!), named(paths[1]!))
    return compareWithBranch(branch, paths[0]!, github)
  } catch (error) {
    if (!(error instanceof HomeworkError)) throw error
    console.error(`\n${error.message}\n`)
    return 2
  }
}

function parse(words: readonly string[]): { branch: string | undefined; paths: readonly string[] } {
  const { values, positionals } = parseWords(words)
  if (positionals.length !== (values.branch === undefined ? 2 : 1)) {
    throw new HomeworkError(`${positionals.length} files are named: ${usage}.`)
  }
  return { branch: values.branch, paths: positionals }
}

function parseWords(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: { branch: { type: 'string' } }, allowPositionals: true })
  } catch (error) {
    throw new HomeworkError(`${(error as Error).message}: ${usage}.`)
  }
}

function compareWithBranch(branch: string, path: string, github: GitHub): number {
  const after = named(path)
  const folder = mkdtempSync(join(tmpdir(), 'base-report-'))
  try {
    const base = downloadReport(branch, folder, github)
    if ('path' in base) return compare({ name: `the last report of ${branch}`, report: readReport(base.path) }, after)
    const line = `There is no report of ${branch} to compare with: ${base.absent}.`
    console.log(line)
    addToJobSummary(`${line}\n`)
    return 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function compare(before: NamedReport, after: NamedReport): number {
  const comparison = compareReports(before.report, after.report)
  console.log(comparisonOnTerminal(comparison, before, after))
  addToJobSummary(comparisonInMarkdown(comparison, before, after))
  return comparison.changes.some(({ regressed }) => regressed) ? 1 : 0
}

function named(path: string): NamedReport {
  return { name: path, report: readReport(path) }
}

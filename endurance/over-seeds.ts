import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { runCommand } from '../bench/waits/run-command.ts'
import type { ClaimsJson } from '../src/report/claims-json.ts'
import { commitOf } from '../src/report/commit-of.ts'
import { metricsOverSeeds } from '../src/report/over-seeds/metrics-over-seeds.ts'
import { metricTable, verdictTable } from '../src/report/over-seeds/seed-tables.ts'
import { storedMetrics } from '../src/report/over-seeds/stored-metrics.ts'
import { isSteady, isUnsteady, verdictsOverSeeds } from '../src/report/over-seeds/verdicts-over-seeds.ts'
import { root } from './claims-run.ts'
import { growth, growthSentence, mebibytes } from './flatness.ts'
import { keepSeedRun, keptSeedRuns, type SeedRun } from './kept-seed-runs.ts'
import { reportPath } from './results.ts'

/**
 * Runs the claims at quick scale under fresh master seeds, one after the other, and prints what became of the runs, of each claim and
 * of each stored metric. How far it is, and the end of what a red run said, goes to stderr.
 *
 * Each run is kept. With HOMEWORK_RESUME=1 those of the same commit, engine and words count, and only what lacks is run.
 *
 * @param words - the claims, as `npm run claims` takes them; all by default
 * @returns whether each run passed, some claim was judged and none had another verdict than the pinned one
 */
export async function overSeedsCommand(count: number, words: readonly string[]): Promise<boolean> {
  // The stored metrics are those of wasm; whoever asks for another engine gets the verdicts alone.
  const engine = process.env.HOMEWORK_BACKEND ?? 'wasm'
  const folder = join(dirname(reportPath(root)), 'over-seeds', engine, encodeURIComponent(words.join(' ') || 'all'))
  const kept = process.env.HOMEWORK_RESUME === '1' ? keptSeedRuns(folder, commitOf(root)).slice(0, count) : []
  if (kept.length > 0) console.error(`${kept.length} of ${count} runs of this commit are there.`)
  const made: SeedRun[] = []
  while (kept.length + made.length < count) {
    const run = await runSeed(words, engine)
    keepSeedRun(folder, run)
    made.push(run)
    console.error(`${kept.length + made.length}/${count}  HOMEWORK_SEED=${run.seed}  ${cells(run).join('  ')}`)
  }
  const runs = [...kept, ...made]
  const reports = runs.flatMap(({ report }) => (report === null ? [] : [report]))
  const verdicts = verdictsOverSeeds(reports)
  const lane = { compared: true, name: 'wasm-quick' } as const
  const metrics = metricsOverSeeds(reports, 'wasm', (file) => storedMetrics(root, file, lane))
  console.log(`## Runs\n\n${runTable(kept, made)}\n\n## Verdicts\n\n${verdictTable(verdicts, reports.length)}`)
  // Another engine gives other numbers with the same seed too.
  if (metrics.length > 0) console.log(`\n## Stored metrics\n\n${metricTable(metrics)}`)
  return runs.every(({ code }) => code === 0) && verdicts.some(isSteady) && !verdicts.some(isUnsteady)
}

async function runSeed(words: readonly string[], engine: string): Promise<SeedRun> {
  const seed = randomUUID()
  const commit = commitOf(root)
  const { code, seconds, peakBytes, output } = await runCommand([process.execPath, 'scripts/claims.mjs', ...words], {
    folder: root,
    mayFail: true,
    environment: {
      HOMEWORK_BACKEND: engine,
      HOMEWORK_SEED: seed,
      HOMEWORK_SCALE: 'quick',
      // A fresh seed meets no trained net of another one, and the user's own are kept: a run that does not resume empties the store.
      HOMEWORK_RESUME: '1',
    },
  })
  if (code !== 0) console.error(output.slice(Math.max(0, output.indexOf('Failed Tests'))))
  return { seed, commit, code, seconds, peakBytes: Math.max(...peakBytes), report: reportOf(seed) }
}

/** A run that ends before it has a report leaves that of the one before. */
function reportOf(seed: string): ClaimsJson | null {
  if (!existsSync(reportPath(root))) return null
  const report: ClaimsJson = JSON.parse(readFileSync(reportPath(root), 'utf8'))
  return report.seed === seed ? report : null
}

/**
 * A row a run, and whether time and memory grow.
 *
 * @param kept - runs of an earlier time, which may have been made beside other work or on another machine
 * @param made - runs that were made in a row
 */
export function runTable(kept: readonly SeedRun[], made: readonly SeedRun[]): string {
  const rows = [...kept, ...made].map((run, index) => `| ${[index + 1, run.seed, ...cells(run)].join(' | ')} |`)
  const head =
    '| run | seed | gate | claims | seconds | most memory of a process |\n| --- | --- | --- | --- | --- | --- |'
  return [head, ...rows, ...growthOf(made)].join('\n')
}

function growthOf(made: readonly SeedRun[]): string[] {
  if (made.length < 2) return []
  const time = growth(made.map(({ seconds }) => seconds))
  const memory = growth(made.map(({ peakBytes }) => peakBytes))
  return [`\nOf the last ${made.length}, which ran in a row: ${growthSentence({ time, memory })}`]
}

function cells({ code, seconds, peakBytes, report }: SeedRun): string[] {
  const claims = report === null ? 'no report' : `${report.claims.length}`
  return [code === 0 ? 'pass' : 'FAIL', claims, seconds.toFixed(1), mebibytes(peakBytes)]
}

import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { mebibytes } from '../bench/memory.ts'
import { runCommand } from '../bench/waits/run-command.ts'
import { HomeworkError } from '../src/homework-error.ts'
import type { ClaimsJson } from '../src/report/claims-json.ts'
import { metricsOverSeeds } from '../src/report/over-seeds/metrics-over-seeds.ts'
import { metricTable, verdictTable } from '../src/report/over-seeds/seed-tables.ts'
import { storedMetrics } from '../src/report/over-seeds/stored-metrics.ts'
import { isSteady, isUnsafe, isUnsteady, verdictsOverSeeds } from '../src/report/over-seeds/verdicts-over-seeds.ts'
import { readSwitches } from '../src/switches.ts'
import { root } from './claims-run.ts'
import { growth, growthSentence } from './flatness.ts'
import { keepSeedRun, keptSeedRuns, type SeedRun, type SeedRunKey } from './kept-seed-runs.ts'
import { reportIn, reportPath } from './results.ts'
import { sourcesOfClaims } from './sources-of-claims.ts'

/**
 * Runs the claims under fresh master seeds, one after the other, and prints what became of the runs, of each claim and of each stored
 * metric. How far it is, and the end of what a red run said, goes to stderr.
 *
 * Each run is kept. With HOMEWORK_RESUME=1 those of the same sources, scale, engine and words are counted, and only what lacks is run.
 *
 * @param count - how many seeds at least
 * @param words - the claims, as `npm run claims` takes them; all by default
 * @returns whether each run passed, some claim was judged, and none had another verdict than the pinned one or misses it too often
 * @throws {HomeworkError} if a switch is set that cannot be heeded, or a run ends without a report
 */
export async function overSeedsCommand(count: number, words: readonly string[]): Promise<boolean> {
  const { scale, backend, resume } = readSwitches(process.env)
  if (process.env.HOMEWORK_SEED !== undefined) {
    throw new HomeworkError(
      `HOMEWORK_SEED=${process.env.HOMEWORK_SEED} is set, but here each run draws a seed of its own. Unset HOMEWORK_SEED.`,
    )
  }
  // The stored metrics are those of wasm; whoever asks for another engine gets the verdicts alone.
  const asked = process.env.HOMEWORK_BACKEND === undefined ? 'wasm' : backend
  const key: SeedRunKey = { sources: sourcesOfClaims(root), scale, backend: asked, node: process.version, words }
  if (resume && key.sources === null) {
    throw new HomeworkError(
      'HOMEWORK_RESUME=1 counts the runs of the sources that are checked out, but some were changed since their commit. ' +
        'Commit or undo that, or unset HOMEWORK_RESUME.',
    )
  }
  const folder = join(dirname(reportPath(root)), 'over-seeds')
  const kept = resume ? keptSeedRuns(folder, key) : []
  if (kept.length > 0) console.error(`${kept.length} runs are there.`)
  const made: SeedRun[] = []
  while (kept.length + made.length < count) {
    const run = await runSeed(key)
    keepSeedRun(folder, key, run)
    made.push(run)
    console.error(`${kept.length + made.length}/${count}  HOMEWORK_SEED=${run.seed}  ${cells(run).join('  ')}`)
  }
  return print(kept, made, key)
}

function print(kept: readonly SeedRun[], made: readonly SeedRun[], { scale }: SeedRunKey): boolean {
  const runs = [...kept, ...made]
  const reports = runs.map(({ report }) => report)
  const verdicts = verdictsOverSeeds(reports)
  const lane = { compared: true, name: `wasm-${scale}` } as const
  const metrics = metricsOverSeeds(reports, 'wasm', (file) => storedMetrics(root, file, lane))
  console.log(`## Runs\n\n${runTable(kept, made)}\n\n## Verdicts\n\n${verdictTable(verdicts, reports.length)}`)
  // Another engine gives other numbers with the same seed too.
  if (metrics.length > 0) console.log(`\n## Stored metrics\n\n${metricTable(metrics)}`)
  const isRed = verdicts.some(isUnsteady) || verdicts.some(isUnsafe)
  return runs.every(({ code }) => code === 0) && verdicts.some(isSteady) && !isRed
}

async function runSeed({ scale, backend, words }: SeedRunKey): Promise<SeedRun> {
  const seed = randomUUID()
  const { code, seconds, peakBytes, output } = await runCommand([process.execPath, 'scripts/claims.mjs', ...words], {
    folder: root,
    mayFail: true,
    environment: {
      HOMEWORK_BACKEND: backend,
      HOMEWORK_SEED: seed,
      HOMEWORK_SCALE: scale,
      // A fresh seed meets no trained net of another one, and the user's own are kept: a run that does not resume empties the store.
      HOMEWORK_RESUME: '1',
    },
  })
  if (code !== 0) console.error(output.slice(Math.max(0, output.indexOf('Failed Tests'))))
  const report = reportOf(seed)
  if (report === null) {
    throw new HomeworkError(
      `The run with HOMEWORK_SEED=${seed} ended by ${code} without a report, so it says nothing of a claim. Mend what it ` +
        'says above; the runs before it are kept, and HOMEWORK_RESUME=1 counts them.',
    )
  }
  return { seed, code, seconds, peakBytes: Math.max(...peakBytes), report }
}

/** A run that ends before it has a report leaves that of the one before. */
function reportOf(seed: string): ClaimsJson | null {
  if (!existsSync(reportPath(root))) return null
  const report = reportIn(root)
  return report.seed === seed ? report : null
}

/**
 * A row a run, and how time and memory grow, which `npm run soak` holds.
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
  return [code === 0 ? 'pass' : 'FAIL', `${report.claims.length}`, seconds.toFixed(1), mebibytes(peakBytes)]
}

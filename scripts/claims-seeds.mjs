// Runs the claims at quick scale under fresh seeds and says what flips: npm run claims:seeds -- 20 [P2] [P2.3]
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { load, unload } from './load.mjs'

const [words = '20', ...claims] = process.argv.slice(2)
const count = Number(words)
if (!Number.isInteger(count) || count < 1) {
  console.error(`${words} is no count of seeds: give an integer of 1 or more, as in npm run claims:seeds -- 20`)
  process.exit(1)
}

const root = fileURLToPath(new URL('..', import.meta.url))
// Each report is kept, for whoever wants to know why something flipped.
const kept = join(root, 'claims-report', 'over-seeds')
mkdirSync(kept, { recursive: true })

const reports = []
let failed = 0
for (let index = 1; index <= count; index++) {
  const seed = randomUUID()
  const { code, report } = await run(seed)
  if (report !== null) reports.push(report)
  if (code !== 0) failed++
  const place = `${String(index).padStart(String(count).length)}/${count}`
  const judged = report === null ? 'no report' : `${report.claims.length} claims in ${report.wallSeconds.toFixed(0)} s`
  console.error(`${place}  ${code === 0 ? 'pass' : 'FAIL'}  HOMEWORK_SEED=${seed}  ${judged}`)
}

const { isSteady, isUnsteady, verdictsOverSeeds } = await load('/src/report/over-seeds/verdicts-over-seeds.ts')
const { metricsOverSeeds } = await load('/src/report/over-seeds/metrics-over-seeds.ts')
const { storedMetrics } = await load('/src/report/over-seeds/stored-metrics.ts')
const { metricTable, verdictTable } = await load('/src/report/over-seeds/seed-tables.ts')
const verdicts = verdictsOverSeeds(reports)
const lane = { compared: true, name: 'wasm-quick' }
const metrics = metricsOverSeeds(reports, 'wasm', (file) => storedMetrics(root, file, lane))
console.log(`## Verdicts\n\n${verdictTable(verdicts, reports.length)}`)
if (reports.length < count) console.log(`\n${count - reports.length} of ${count} seeds left no report.`)
// Another engine gives other numbers with the same seed too.
if (metrics.length > 0) console.log(`\n## Stored metrics\n\n${metricTable(metrics)}`)
await unload()
process.exitCode = failed === 0 && verdicts.some(isSteady) && !verdicts.some(isUnsteady) ? 0 : 1

async function run(seed) {
  // A fresh seed meets no trained net of another one, and the user's own are kept: a run that does not resume empties the
  // store. The stored metrics are those of wasm; whoever asks for another engine gets the verdicts alone.
  const asked = { HOMEWORK_SEED: seed, HOMEWORK_SCALE: 'quick', HOMEWORK_RESUME: '1', NO_COLOR: '1' }
  const env = { HOMEWORK_BACKEND: 'wasm', ...process.env, ...asked }
  const child = spawn(process.execPath, [join(root, 'scripts/claims.mjs'), ...claims], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text
    })
  }
  const code = await new Promise((resolve) => child.on('close', resolve))
  if (code !== 0) console.error(output.slice(Math.max(0, output.indexOf('Failed Tests'))))
  const text = readReport()
  // A run that ended before it had a report leaves that of the one before.
  const report = text === null ? null : JSON.parse(text)
  if (report?.seed !== seed) return { code, report: null }
  writeFileSync(join(kept, `${seed}.json`), text)
  return { code, report }
}

function readReport() {
  try {
    return readFileSync(join(root, 'claims-report', 'claims.json'), 'utf8')
  } catch {
    return null
  }
}

import { join, relative, sep } from 'node:path'
import { defineConfig } from 'vitest/config'
import { snapshotLane, snapshotPath } from '../../../src/claims/snapshot-lane.ts'
import { ClaimsReporter } from '../../../src/report/reporter.ts'
import { patience, watchedForks } from '../../../src/report/watched-forks.ts'
import { readSwitches } from '../../../src/switches.ts'
import { ShardByProblem } from '../setup/shard-by-problem.ts'

// A suite of its own, which other specs run in a process of its own; SUITE_FOLDER is its root, SUITE_PATIENCE what the
// watchdog has of it.
const root = process.env.SUITE_FOLDER!
const switches = readSwitches(process.env)
if (switches.backend === 'auto') throw new TypeError('a nested suite must be told its engine')
const choice = { engine: switches.backend, passedOver: [] }
const lane = snapshotLane({ ...switches, ...choice })

export default defineConfig({
  test: {
    root,
    include: ['spec/**/*.spec.ts'],
    pool: watchedForks(switches.backend, Number(process.env.SUITE_PATIENCE ?? patience.quick)),
    isolate: false,
    maxWorkers: 1,
    sequence: { sequencer: ShardByProblem },
    reporters: ['json', new ClaimsReporter(root, switches, choice)],
    outputFile: { json: join(root, 'results.json') },
    resolveSnapshotPath: (path: string) => join(root, snapshotPath(relative(root, path).split(sep).join('/'), lane)),
    tags: ['exact', 'ordering', 'as-submitted', 'as-assigned'].map((name) => ({ name })),
  },
})

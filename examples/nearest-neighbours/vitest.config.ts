import { availableParallelism } from 'node:os'
import { join, relative, sep } from 'node:path'
import { defineConfig } from 'vitest/config'
import { chooseEngine } from '../../src/backend/chain.ts'
import { processesAtOnce } from '../../src/backend/processes-at-once.ts'
import { snapshotLane, snapshotPath } from '../../src/claims/snapshot-lane.ts'
import { endBy } from '../../src/homework-error.ts'
import { ClaimsReporter } from '../../src/report/reporter.ts'
import { patience, watchedForks } from '../../src/report/watched-forks.ts'
import { readSwitches } from '../../src/switches.ts'
import { problems } from './problems.ts'

const root = import.meta.dirname

/** A wrong switch ends the run here, before a worker starts, with its own words and no stack. */
async function prepare() {
  try {
    const switches = readSwitches(process.env)
    return { switches, choice: await chooseEngine(switches.backend) }
  } catch (error) {
    return endBy(error)
  }
}

export default defineConfig(async () => {
  const { switches, choice } = await prepare()
  const lane = snapshotLane({ engine: choice.engine, scale: switches.scale, seed: switches.seed })
  return {
    test: {
      root,
      include: ['spec/[1-4]-*/**/*.spec.ts'],
      tags: ['exact', 'value', 'ordering', 'rate', 'theorem', 'as-submitted', 'as-assigned'].map((name) => ({ name })),
      attachmentsDir: 'claims-report/attachments',
      // Native addons do not survive worker threads, and an engine may hang.
      pool: watchedForks(choice.engine, patience[switches.scale]),
      // A process on each core, and no crowd on a GPU.
      maxWorkers: processesAtOnce(choice.engine, availableParallelism()),
      env: { HOMEWORK_BACKEND: choice.engine },
      globalSetup: [join(root, '../../spec/tooling/setup/empty-run-store.ts')],
      reporters: ['default', new ClaimsReporter(root, switches, choice, problems)],
      // Beside the specs, one file each: see snapshots/ of the project.
      resolveSnapshotPath: (path: string) => join(root, snapshotPath(relative(root, path).split(sep).join('/'), lane)),
    },
  }
})

import { availableParallelism } from 'node:os'
import { join, relative, sep } from 'node:path'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { claimsTagged } from './spec/tooling/setup/claims-tagged.ts'
import { engineWorkers } from './spec/tooling/setup/engine-workers.ts'
import { small, tags } from './spec/tooling/setup/tags.ts'
import { engines } from './src/backend/chain.ts'
import type { EngineName } from './src/backend/engine.ts'
import { snapshotLane, snapshotPath } from './src/claims/snapshot-lane.ts'
import { endBy } from './src/homework-error.ts'
import { EnginesReporter } from './src/report/engines-reporter.ts'
import { patience, watchedForks } from './src/report/watched-forks.ts'
import { readSwitches, type Switches } from './src/switches.ts'

const root = import.meta.dirname

/** Properties of gradients, golden steps and what holds between two computations, each for one engine at a time. */
const properties = [
  'spec/gradients/{gradient-of-*,golden-{layers,lenet,training},metamorphic-*,kinks,steps-of-descent}.spec.ts',
  'spec/tooling/perceptron-on-the-engine.spec.ts',
]

/** Milliseconds, to end what hangs: ten steps of a net took a minute on an adapter that a busy CPU played. */
const timeout = 600_000

/** Cases of each property on an engine that is here for its correctness alone, unless the switch says how many. */
const fewCases = '10'

/** A project for each engine that runs here, be it by force, and why the others do not. */
async function prepare() {
  try {
    const switches = readSwitches(process.env)
    const probed = await Promise.all(engines.map(async ({ name, probe }) => ({ name, ...(await probe()) })))
    return {
      switches,
      projects: probed
        .filter(({ usable }) => usable !== 'no')
        .map(({ name, usable }) => projectOf(name, usable === 'only if forced', switches)),
      absent: probed.flatMap((presence) => (presence.usable === 'no' ? [presence] : [])),
    }
  } catch (error) {
    return endBy(error)
  }
}

function projectOf(engine: EngineName, slow: boolean, { scale }: Switches): TestProjectInlineConfiguration {
  return {
    test: {
      root,
      name: engine,
      include: [...properties, ...claimsTagged(small, root)],
      tags,
      pool: watchedForks(engine, patience[scale]),
      isolate: false,
      ...engineWorkers(engine, slow, availableParallelism()),
      testTimeout: timeout,
      hookTimeout: timeout,
      provide: { onlyEngine: engine },
      env: {
        HOMEWORK_BACKEND: engine,
        ...(slow && process.env.HOMEWORK_GRADIENT_RUNS === undefined ? { HOMEWORK_GRADIENT_RUNS: fewCases } : {}),
      },
      globalSetup: ['spec/tooling/setup/empty-run-store.ts'],
      setupFiles: ['spec/tooling/setup/no-tensor-leaks.ts', 'spec/tooling/setup/note-engine.ts'],
    },
  }
}

export default defineConfig(async () => {
  const { switches, projects, absent } = await prepare()
  return {
    test: {
      root,
      maxWorkers: availableParallelism(),
      reporters: ['default', new EnginesReporter(root, absent)],
      resolveSnapshotPath: (path, _extension, { config }) => {
        const lane = snapshotLane({ ...switches, engine: config.name as EngineName })
        return join(root, snapshotPath(relative(root, path).split(sep).join('/'), lane))
      },
      projects,
    },
  }
})

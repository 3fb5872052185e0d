import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, relative, sep } from 'node:path'
import { configDefaults, defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
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
  ...['gradient-of-*', 'golden-{layers,lenet,training}', 'metamorphic-*'],
  ...['kinks', 'perceptron-step', 'steps-of-descent'],
]

/** Milliseconds, to end what hangs: ten steps of a net took a minute on an adapter that a busy CPU played. */
const timeout = 600_000

/** A step of LeNet-5 takes seconds on an engine that is here for its correctness alone. */
const tooSlow = ['spec/gradients/*lenet*.spec.ts']

/** Cases of each property there, unless the switch says how many. */
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
      include: [...properties.map((name) => `spec/gradients/${name}.spec.ts`), ...claimsTagged(small)],
      exclude: [...configDefaults.exclude, ...(slow ? tooSlow : [])],
      tags,
      pool: watchedForks(engine, patience[scale]),
      isolate: false,
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

/** From the text of the specs, as a filter by tags would leave out the properties. */
function claimsTagged(tag: string): string[] {
  return readdirSync(join(root, 'spec'), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /^[1-4]-.*\.spec\.ts$/.test(path))
    .map((path) => `spec/${path}`)
    .filter((path) => readFileSync(join(root, path), 'utf8').includes(`@module-tag ${tag}\n`))
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

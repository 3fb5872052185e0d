import { availableParallelism } from 'node:os'
import { join, relative, sep } from 'node:path'
import { configDefaults, defineConfig, type TestUserConfig } from 'vitest/config'
import { ShardByProblem } from './spec/tooling/setup/shard-by-problem.ts'
import { tags } from './spec/tooling/setup/tags.ts'
import { chooseEngine } from './src/backend/chain.ts'
import { processesAtOnce } from './src/backend/processes-at-once.ts'
import { snapshotLane, snapshotPath } from './src/claims/snapshot-lane.ts'
import { endBy } from './src/homework-error.ts'
import { ClaimsReporter } from './src/report/reporter.ts'
import { patience, watchedForks } from './src/report/watched-forks.ts'
import { readSwitches } from './src/switches.ts'

const root = import.meta.dirname

/** Claims that judge how long something takes. */
const timed = 'spec/{1,2,3,4}-*/**/*.timed.spec.ts'

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
  // Each project has this instead of `extends: true`, which would copy the workers below into it: a project's own
  // count goes before that of the command line, and `--maxWorkers` would be ignored.
  const shared = {
    root,
    exclude: [...configDefaults.exclude, timed],
    tags,
    attachmentsDir: 'claims-report/attachments',
    // Native addons do not survive worker threads, and a worker that lives on keeps its engine open for the next spec.
    pool: watchedForks(choice.engine, patience[switches.scale]),
    isolate: false,
    setupFiles: ['spec/tooling/setup/no-tensor-leaks.ts'],
    // Every worker runs on the one engine that was chosen here.
    env: { HOMEWORK_BACKEND: choice.engine },
  } satisfies TestUserConfig
  return {
    test: {
      root,
      // Vitest alone would leave a core of a small machine idle, and crowd a GPU on a large one.
      maxWorkers: processesAtOnce(choice.engine, availableParallelism()),
      sequence: { sequencer: ShardByProblem },
      reporters: ['default', new ClaimsReporter(root, switches, choice)],
      resolveSnapshotPath: (path: string) => join(root, snapshotPath(relative(root, path).split(sep).join('/'), lane)),
      projects: [
        {
          test: {
            ...shared,
            name: 'claims',
            include: ['spec/{1,2,4}-*/**/*.spec.ts'],
            globalSetup: ['spec/tooling/setup/empty-run-store.ts'],
          },
        },
        {
          test: {
            ...shared,
            // Apart, so that MNIST is fetched only for a run that has specs for it.
            name: 'claims-on-mnist',
            include: ['spec/3-*/**/*.spec.ts'],
            globalSetup: ['spec/tooling/setup/empty-run-store.ts', 'spec/tooling/setup/fetch-mnist.ts'],
          },
        },
        {
          test: {
            ...shared,
            // After all others and alone, so that nothing of this suite shares a core with what is timed. It asks for no
            // MNIST: how long a step takes does not depend on the pixels.
            name: 'claims-timed',
            include: [timed],
            exclude: configDefaults.exclude,
            globalSetup: ['spec/tooling/setup/empty-run-store.ts'],
            sequence: { groupOrder: 1 },
            maxWorkers: 1,
          },
        },
        {
          test: {
            ...shared,
            name: 'machinery',
            include: ['spec/{gradients,tooling}/**/*.spec.ts'],
            // Vitest's 5 s are too few on a machine that does other things as well. It is to end what hangs.
            testTimeout: 60_000,
            // A hook may load all specs of a problem: a second, and on a busy machine many times that.
            hookTimeout: 120_000,
          },
        },
      ],
    },
  }
})

import { defineConfig } from 'vitest/config'
import type { EngineName } from '../../../src/backend/engine.ts'
import { EnginesReporter } from '../../../src/report/engines-reporter.ts'
import { watchedForks } from '../../../src/report/watched-forks.ts'

// As vitest.engines.config.ts, with one spec file in a project of each of two engines; SUITE_FOLDER is its root,
// SUITE_PATIENCE what the watchdog has of it.
const root = process.env.SUITE_FOLDER!
const engines: readonly EngineName[] = ['wasm', 'cpu']

export default defineConfig({
  test: {
    root,
    maxWorkers: 2,
    reporters: [new EnginesReporter(root, [])],
    projects: engines.map((name) => ({
      test: {
        root,
        name,
        include: ['spec/**/*.spec.ts'],
        pool: watchedForks(name, Number(process.env.SUITE_PATIENCE)),
        isolate: false,
        env: { HOMEWORK_BACKEND: name },
      },
    })),
  },
})

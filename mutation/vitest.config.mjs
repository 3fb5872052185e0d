import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { ownSpecs } from './own-specs.mjs'

// Stryker runs this in its sandbox, a copy of the project, and in worker threads. Each spec file gets a fresh worker, so
// that no mutant inherits what another has computed, and mutants of a module's own body take effect.
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: ownSpecs[process.env.MUTATED_FOLDER],
    reporters: [],
    // Stryker has its own limit, which grows with what the tests took without a mutant.
    testTimeout: 0,
    env: { HOMEWORK_BACKEND: 'wasm' },
  },
})

import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { ownSpecs } from './own-specs.mjs'

/** Stryker sees tests alone: what fails before them, as a file is loaded or an engine opened, is shown to it as one. */
const failedFiles = {
  onTestModuleEnd({ task: file }) {
    if (file.result?.errors?.length > 0) file.tasks.push({ type: 'test', name: 'the file', file, result: file.result })
  },
}

// Stryker runs this in its sandbox, a copy of the project, and in worker threads. Each spec file gets a fresh worker, so
// that no mutant inherits what another has computed, and mutants of a module's own body take effect.
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: ownSpecs[process.env.MUTATED_FOLDER],
    reporters: [failedFiles],
    // Stryker has its own limit, which grows with what the tests took without a mutant.
    testTimeout: 0,
    env: { HOMEWORK_BACKEND: 'wasm' },
  },
})

import type { TestProject } from 'vitest/node'
import { endBy } from '../../../src/homework-error.ts'
import { readSwitches } from '../../../src/switches.ts'
import { runStoreDirectory } from '../../../src/training/laboratory.ts'
import { RunStore } from '../../../src/training/run-store.ts'

/**
 * A run to the end trains anew, unless it resumes; watch mode keeps what an edit did not touch. A cache that cannot be
 * used ends the run here: Vitest would say first that it found no test files, and then show a stack.
 */
export default async function emptyRunStore(project: TestProject): Promise<void> {
  const { cache, resume } = readSwitches(process.env)
  if (!resume && !project.vitest.config.watch) await new RunStore(runStoreDirectory(cache)).clear().catch(endBy)
}

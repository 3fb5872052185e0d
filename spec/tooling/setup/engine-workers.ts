import type { TestProjectInlineConfiguration } from 'vitest/config'
import type { EngineName } from '../../../src/backend/engine.ts'
import { processesAtOnce } from '../../../src/backend/processes-at-once.ts'

/**
 * The workers of an engine's project, among the projects of other engines. Engines on the CPU share those of the run,
 * so that `--maxWorkers` counts for them; those on a GPU come after them and share the few that a GPU serves.
 *
 * @param slow - whether the engine is usable only if forced: a CPU plays the GPU
 * @param cores - of the machine
 */
export function engineWorkers(
  engine: EngineName,
  slow: boolean,
  cores: number,
): Pick<NonNullable<TestProjectInlineConfiguration['test']>, 'maxWorkers' | 'sequence'> {
  const processes = processesAtOnce(engine, cores)
  // In one group Vitest wants one count.
  return slow || processes === cores ? {} : { maxWorkers: processes, sequence: { groupOrder: 1 } }
}

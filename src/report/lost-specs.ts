import type { SerializedError } from 'vitest/node'
import type { EngineName } from '../backend/engine.ts'

/** How Vitest's pool words that a worker's process ended under it (vitest 4.1, its pool of forks). */
const poolError = '[vitest-pool]'

/**
 * Says which specs were lost with a worker's process: an engine crashed, or somebody killed it.
 *
 * @param asked - the spec files of the run
 * @param ended - those of them that passed, failed or were skipped
 * @param errors - what Vitest says of the run that no spec is to blame for
 * @param remedy - for an engine that ends its process again
 * @returns null if no process ended before its specs
 */
export function lostSpecs(
  engine: EngineName,
  asked: readonly string[],
  ended: ReadonlySet<string>,
  errors: readonly Pick<SerializedError, 'message'>[],
  remedy = 'choose another engine by HOMEWORK_BACKEND',
): string | null {
  const lost = asked.filter((file) => !ended.has(file)).sort()
  if (lost.length === 0 || !errors.some(({ message }) => message.startsWith(poolError))) return null
  return (
    `A process that ran the engine ${engine} ended before these specs did, which count as failed: ${lost.join(', ')}. ` +
    `Run them again; if it ends again, ${remedy}.`
  )
}

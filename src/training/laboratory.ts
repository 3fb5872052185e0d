import { join } from 'node:path'
import { openEngine } from '../backend/chain.ts'
import type { EngineDescription } from '../backend/engine.ts'
import { readSwitches, type Scale, type Switches } from '../switches.ts'
import { RunStore } from './run-store.ts'

/** What an experiment works with: the master seed, the scale, the store of finished runs and the engine. */
export interface Laboratory {
  readonly seed: string
  readonly scale: Scale
  readonly store: Pick<RunStore, 'run' | 'runAll'>
  /** where the files of MNIST are looked for */
  readonly places: Pick<Switches, 'mnistDirectory' | 'cache'>
  /** why MNIST is not to be had, as the main process found out; null if it is, or nobody looked */
  readonly mnistAbsent: string | null
  /** Opens the engine on the first call; experiments on the host never call it. */
  engine(): Promise<EngineDescription>
}

/**
 * The laboratory that the switches in the environment describe.
 *
 * @throws {HomeworkError} if a switch is wrong
 */
export function openLaboratory(
  environment: Readonly<Record<string, string | undefined>>,
  mnistAbsent: string | null = null,
): Laboratory {
  const { seed, scale, cache, mnistDirectory, backend } = readSwitches(environment)
  if (backend === 'auto') throw new TypeError('the main process chooses the engine before a laboratory opens')
  return {
    seed,
    scale,
    store: new RunStore(runStoreDirectory(cache)),
    places: { mnistDirectory, cache },
    mnistAbsent,
    engine: () => openEngine(backend),
  }
}

/** Where the finished runs lie in the cache folder. */
export function runStoreDirectory(cache: string): string {
  return join(cache, 'runs')
}

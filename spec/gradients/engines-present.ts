import { engines } from '../../src/backend/chain.ts'
import type { EngineName } from '../../src/backend/engine.ts'
import { readSwitches } from '../../src/switches.ts'

const { backend } = readSwitches(process.env)

/** Every engine that this machine would choose, and the one that was forced. */
export const enginesPresent: readonly EngineName[] = (
  await Promise.all(
    engines.map(async (engine) => ({ name: engine.name, usable: (await engine.probe()).usable === 'yes' })),
  )
)
  .filter(({ name, usable }) => usable || name === backend)
  .map(({ name }) => name)

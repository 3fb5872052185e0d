import { inject } from 'vitest'
import { engines } from '../../src/backend/chain.ts'
import type { EngineName } from '../../src/backend/engine.ts'
import { readSwitches } from '../../src/switches.ts'

const { backend } = readSwitches(process.env)

/** The only engine that is asked, in a run of every engine for itself. */
const only = inject('onlyEngine')

/** Every engine that this machine would choose, and the one that was forced. */
export const enginesPresent: readonly EngineName[] = only === undefined ? await present() : [only]

async function present(): Promise<EngineName[]> {
  const probed = await Promise.all(
    engines.map(async (engine) => ({ name: engine.name, usable: (await engine.probe()).usable === 'yes' })),
  )
  return probed.filter(({ name, usable }) => usable || name === backend).map(({ name }) => name)
}

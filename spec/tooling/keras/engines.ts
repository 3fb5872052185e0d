import { inject } from 'vitest'
import type { EngineName } from '../../../src/backend/engine.ts'
import { readSwitches } from '../../../src/switches.ts'

const only = inject('onlyEngine')

/** The engine of this run, and plain JavaScript beside it: what Keras does is the same on each. */
export const engineNames: readonly EngineName[] = only === undefined ? [...new Set([chosen(), 'cpu' as const])] : [only]

/** Those that give the same bits each time, each its own. */
export const bitwiseEngineNames = engineNames.filter((name) => name === 'wasm' || name === 'cpu')

function chosen(): EngineName {
  const { backend } = readSwitches(process.env)
  return backend === 'auto' ? 'cpu' : backend
}

import { afterEach, beforeEach, inject } from 'vitest'
import { openEngine } from '../../../src/backend/chain.ts'
import type { EngineDescription, EngineName } from '../../../src/backend/engine.ts'
import { takeDeviation } from '../../gradients/deviation.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** the only engine of a project of `npm run test:engines`; undefined in all others */
    onlyEngine: EngineName | undefined
  }
  interface TaskMeta {
    /** the largest distance between a value and the expected one, as a share of what is allowed */
    deviation?: number
    engine?: EngineDescription
  }
}

beforeEach(() => {
  takeDeviation()
})

afterEach(async ({ task }) => {
  const deviation = takeDeviation()
  if (deviation !== null) task.meta.deviation = deviation
  task.meta.engine = await openEngine(inject('onlyEngine')!)
})

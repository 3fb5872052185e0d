import { expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { assignment } from '../../src/experiments/dying-relu/experiment.ts'
import type { NarrowNet } from '../../src/experiments/dying-relu/networks.ts'
import { collapsedBy } from '../../src/experiments/dying-relu/rules.ts'
import { trainRuns } from '../../src/experiments/dying-relu/train-runs.ts'
import { engineNames } from './keras/engines.ts'

const arms: Partial<NarrowNet>[] = [
  {},
  { hiddenLayers: 9 },
  { firstWeights: 'he normal' },
  { firstWeights: 'randomised asymmetric' },
  { activation: { leakyRelu: 0.01 } },
  { activation: { leakyRelu: 0.2 } },
]

// Rounding decides only where a net is at the edge of a rule, which of these hundred none is.
test.each(arms)(
  'a hundred runs collapse alike on every engine, by every rule: %j',
  { timeout: 60_000 },
  async (arm) => {
    const outcomes = []
    for (const engine of engineNames) {
      await openEngine(engine)
      outcomes.push(await trainRuns({ ...assignment, ...arm, runs: 100, points: 640 }, 0, 'engines'))
    }
    const [here, there] = outcomes
    for (const rule of ['notebook', 'constant', 'dead'] as const) {
      expect(collapsedBy(rule, here!)).toEqual(collapsedBy(rule, there!))
    }
    expect(here!.bornDead).toEqual(there!.bornDead)
    await openEngine(engineNames[0]!)
  },
)

import { expect, test } from 'vitest'
import { openEngine } from '../../src/backend/chain.ts'
import { type TimedSteps, timeSteps } from '../../src/experiments/lenet/step-time.ts'
import { engineNames } from './keras/engines.ts'
import { timeout } from './lenet/small-lenet.ts'

const laboratory = { seed: 'any', engine: () => openEngine(engineNames[0]!) }
const nets: TimedSteps = {
  ...{ arm: 'dropout', rival: 'plain', armBatchSize: 16, rivalBatchSize: 2, rounds: 3, stepsPerRound: 2 },
}

test('steps are timed once a round, and eight times the images take longer', { timeout }, async () => {
  const { arm, rival } = await timeSteps(nets, laboratory)
  expect([arm.length, rival.length]).toEqual([3, 3])
  expect(Math.min(...rival)).toBeGreaterThan(0)
  expect(Math.min(...arm)).toBeGreaterThan(Math.min(...rival))
})

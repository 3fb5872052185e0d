import { expect, test } from 'vitest'
import { epochsToLoss, stepsRatio } from '../../src/experiments/lenet/epochs-to-a-loss.ts'

const history = (...losses: number[]) =>
  losses.map((loss) => ({ training: { loss: 0, accuracy: 0 }, validation: { loss, accuracy: 0 } }))
const falling = history(1, 0.5, 0.25)

test.each([
  ['at the end of an epoch', 0.5, 2],
  ['within one, by a straight line', 0.3125, 2.75],
  ['before the first one ends, which nobody saw', 2, 1],
  ['never', 0.1, Number.POSITIVE_INFINITY],
  ['if it is no number', Number.NaN, Number.NaN],
])('a loss is reached %s', (_, level, epochs) => {
  expect(epochsToLoss(falling, level)).toBe(epochs)
})

test('a net that diverged reaches nothing that is known', () => {
  expect(epochsToLoss(history(1, Number.NaN, 0.5), 0.5)).toBeNaN()
})

test('the slow net takes so many times the steps of the fast one', () => {
  expect(stepsRatio(history(2, 1.5, 0.5), falling)).toBe(1.5)
  expect(stepsRatio(history(2, 1.5, 1), falling)).toBe(3)
  expect(stepsRatio(falling, history(2, 1.5, 0.5))).toBe(0)
})

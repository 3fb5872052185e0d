import { describe, expect, test } from 'vitest'
import golden from '../../fixtures/perceptron-replay/golden.json' with { type: 'json' }
import { replay, replayDraws } from '../../src/experiments/perceptron/submitted.ts'

const submitted = { labels: 'zero-one' } as const

describe.each(golden.replays)(
  'the notebook’s Problem 1 from NumPy seed $seed',
  ({ seed, perceptron, hinge, positiveShareOfTest }) => {
    test.each([
      ['perceptron' as const, 1, perceptron],
      ['hinge' as const, 2, hinge],
    ])(
      'replays what NumPy makes of the %s cell, bit for bit',
      (criterion, draw, { startWeights, finalWeights, testAccuracy }) => {
        expect(replay({ ...submitted, numpySeed: seed, criterion, draw })).toMatchObject({
          start: startWeights,
          weights: finalWeights,
          accuracy: testAccuracy,
          positiveShare: positiveShareOfTest,
        })
      },
    )
  },
)

test('10,000 draws of first weights print what they print in NumPy', () => {
  const accuracies = replayDraws({ ...submitted, numpySeed: 3, criterion: 'hinge' }, golden.draws.count)
  const printed = Array.from(accuracies, (accuracy) => accuracy.toFixed(3))
  const counts = Object.fromEntries(
    [...new Set(printed)].sort().map((text) => [text, printed.filter((one) => one === text).length]),
  )
  expect(counts).toEqual(golden.draws.countByAccuracy)
  expect(printed.flatMap((text, index) => (text === '0.505' ? [index + 1] : []))).toEqual(golden.draws.drawsAt0505)
})

test('another seed of NumPy changes every replayed value', () => {
  const values = (numpySeed: number) => {
    const one = replay({ ...submitted, numpySeed, criterion: 'perceptron', draw: 1 })
    const two = replay({ ...submitted, numpySeed, criterion: 'hinge', draw: 2 })
    return [one, two].flatMap(({ start, weights, accuracy, positiveShare }) => [
      ...start,
      ...weights,
      accuracy,
      positiveShare,
    ])
  }
  const [notebook, other] = [values(3), values(4)]
  expect(notebook.filter((value, index) => value === other[index])).toEqual([])
})

import { describe, expect, test } from 'vitest'
import type { TrainedLenet } from '../../src/experiments/lenet/experiment.ts'
import { gapEvidence, generalisationGap, narrowing } from '../../src/experiments/lenet/gap.ts'
import { pairedTestScores } from '../../src/experiments/lenet/paired-scores.ts'
import { accuracyOf, lossOf, rightness } from '../../src/experiments/lenet/scores.ts'

const answers = (right: number[], losses: number[]) => ({
  right: right.map(Boolean),
  losses: Float64Array.from(losses),
})
const sound = answers([1, 1, 0, 1], [0.5, 0.25, 2, 0.25])
const other = answers([1, 0, 0, 1], [0.5, 1, 2, 0.5])
const diverged = answers([0, 0, 0, 0], [Number.NaN, Number.NaN, Number.NaN, Number.NaN])
const net = (test: typeof sound, training: typeof sound): TrainedLenet => ({ weights: [], history: [], test, training })

describe('a score', () => {
  test('is the share of images that are right, or the mean loss', () => {
    expect([accuracyOf(sound), lossOf(sound)]).toEqual([0.75, 0.75])
  })

  test('is no number for a net that diverged, which is right on nothing', () => {
    expect([accuracyOf(diverged), lossOf(diverged)]).toEqual([Number.NaN, Number.NaN])
    expect(rightness(diverged)).toEqual(new Float64Array(4).fill(Number.NaN))
  })
})

describe('a gap', () => {
  test('is positive where a net does better on the images that it was trained on', () => {
    expect(generalisationGap(net(other, sound), 'evaluation')).toEqual({ accuracy: 0.25, loss: 0.25 })
    expect(generalisationGap(net(sound, other), 'evaluation')).toEqual({ accuracy: -0.25, loss: -0.25 })
  })

  test('while training is that to the last epoch as Keras prints it', () => {
    const history = [0.25, 0.5].map((accuracy) => ({ training: { accuracy, loss: 2 }, validation: null }))
    const trained = { ...net(sound, other), history }
    expect(generalisationGap(trained, 'while training')).toEqual({ accuracy: -0.25, loss: -1.25 })
  })
})

test('the narrowing of a gap is positive where the arm has the narrower one', () => {
  const [none, wide] = [net(sound, sound), net(other, sound)].map((each) => generalisationGap(each, 'evaluation'))
  const gaps = [1, 2].map(() => ({ arm: none!, rival: wide! }))
  expect(narrowing(gaps, 'accuracy')).toEqual(Float64Array.of(0.25, 0.25))
  expect(narrowing(gaps, 'loss')).toEqual(Float64Array.of(0.25, 0.25))
  expect(gapEvidence(gaps, 'loss', { arm: 'one', rival: 'two' })).toMatchObject([
    { metric: 'one_gap_of_loss', value: 0, unit: 'nat' },
    { metric: 'two_gap_of_loss', value: 0.25, unit: 'nat' },
  ])
})

test.each([
  ['accuracy', 'one_minus_two_test_accuracy', '1', 0.25],
  ['loss', 'two_minus_one_test_loss', 'nat', 0.25],
] as const)(
  'the paired difference in %s is positive where the better net is better',
  (score, metric, unit, difference) => {
    const pairs = Array.from({ length: 3 }, () => ({ better: net(sound, sound), worse: net(other, other) }))
    const paired = pairedTestScores(pairs, score, ['one', 'two'])
    expect(paired).toMatchObject({ metric, unit, values: [difference, difference, difference] })
    expect(paired.context.map(({ metric, value }) => [metric, value])).toEqual([
      [`one_test_${score}`, 0.75],
      [`two_test_${score}`, score === 'accuracy' ? 0.5 : 1],
    ])
  },
)

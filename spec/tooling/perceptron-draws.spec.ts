import { describe, expect, test } from 'vitest'
import { drawTestSets, drawTrainingSets } from '../../src/experiments/perceptron/data.ts'

const [pairs, points] = [50, 20]
const draw = (seed = 'draws') => ({
  training: drawTrainingSets(seed, pairs, points, 'plus-minus-one', 'of each run'),
  tests: drawTestSets(seed, pairs, 100, 'plus-minus-one'),
})

/** Each point as text. */
const pointsOf = (x: Float32Array) =>
  Array.from({ length: x.length / 2 }, (_, point) => `${x[2 * point]}, ${x[2 * point + 1]}`)

describe('the points of perceptrons', () => {
  const { training, tests } = draw()

  test('are drawn once each: no test point is a training point, and no two sets share one', () => {
    const all = [...pointsOf(training.x), ...pointsOf(tests.x)]
    expect(all).toHaveLength(2 * pairs * points + 100 * pairs)
    expect(new Set(all).size).toBe(all.length)
  })

  test('lie in the unit square, and first weights within 3 of 0', () => {
    for (const { x } of [training, tests]) expect(x.every((value) => value >= 0 && value < 1)).toBe(true)
    expect(training.start.every((value) => value >= -3 && value < 3)).toBe(true)
    expect(new Set(pointsOf(training.start)).size).toBe(2 * pairs)
  })

  test('may have the same first weights in both runs of a pair, and in no others', () => {
    const shared = drawTrainingSets('draws', pairs, points, 'plus-minus-one', 'of each pair')
    const [starts, own] = [pointsOf(shared.start), pointsOf(training.start)]
    expect(shared.x).toEqual(training.x)
    expect(starts).toEqual(own.map((_, run) => own[run - (run % 2)]))
  })

  test('are others for another seed', () => {
    const other = draw('others')
    const known = new Set([...pointsOf(training.x), ...pointsOf(tests.x)])
    expect([...pointsOf(other.training.x), ...pointsOf(other.tests.x)].filter((point) => known.has(point))).toEqual([])
  })
})

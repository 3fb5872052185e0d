import { describe, expect, test } from 'vitest'
import { eggholder, halfWidth, minimum, noiseDeviation } from '../../src/experiments/eggholder/function.ts'
import { drawnSplit, notebookSplit, type Points } from '../../src/experiments/eggholder/points.ts'
import { randomStream } from '../../src/random/stream.ts'
import { momentsOf } from '../../src/statistics/moments.ts'
import { sampleOf } from '../../src/statistics/sample.ts'
import { meanInterval } from '../../src/statistics/student-t.ts'

const draw = (name: string, training = 20_000, test = 5000) =>
  drawnSplit(randomStream('eggholder', name), training, test)

/** Each bound of an interval would be wrong once in two million sets of points. */
const alpha = 5e-7

/** What the function says of each point, without noise. */
const valuesAt = ({ inputs }: Points) =>
  Float64Array.from({ length: inputs.length / 2 }, (_, point) => eggholder(inputs[2 * point]!, inputs[2 * point + 1]!))

describe('the Eggholder function', () => {
  /** The middles of 1414 × 1000 cells: in a ratio near √2 no row of them follows a kink, which run along x1 − x2. */
  const grid = Float64Array.from({ length: 1414 * 1000 }, (_, cell) =>
    eggholder(
      halfWidth * ((2 * (cell % 1414) + 1) / 1414 - 1),
      halfWidth * ((2 * Math.floor(cell / 1414) + 1) / 1000 - 1),
    ),
  )
  const least = (values: Float64Array) => values.reduce((smallest, value) => Math.min(smallest, value))

  test('has its known minimum, −959.6407 at (512, 404.2319), to the digits given', () => {
    expect(minimum).toEqual({ x1: 512, x2: 404.2319, value: -959.6407 })
    expect(eggholder(minimum.x1, minimum.x2).toFixed(4)).toBe('-959.6407')
    const along = Float64Array.from({ length: 10_000 }, (_, step) => eggholder(halfWidth, 404 + step / 10_000))
    // At 404.23180, a unit of the last digit from the place that is published.
    expect((404 + along.indexOf(least(along)) / 10_000).toFixed(3)).toBe(minimum.x2.toFixed(3))
  })

  test('lies nowhere below it: on a grid, at the notebook’s points, at others', () => {
    const { train, test } = notebookSplit()
    const drawn = draw('minimum')
    for (const values of [grid, ...[train, test, drawn.train, drawn.test].map(valuesAt)]) {
      expect(least(values)).toBeGreaterThanOrEqual(minimum.value)
    }
  })

  test('has the mean −4.13 and the standard deviation 298.15 over the square', () => {
    // By quadrature from kink to kink −4.12740 and 298.14551.
    const { mean, variance } = momentsOf(grid)
    expect([mean.toFixed(2), Math.sqrt(variance).toFixed(2)]).toEqual(['-4.13', '298.15'])
  })
})

describe('points that are drawn', () => {
  const { train, test: unseen } = draw('points')
  const values = (of: Points) => [...of.inputs, ...of.targets]

  test('are as many as asked for', () => {
    expect([train.inputs, train.targets, unseen.inputs, unseen.targets].map(({ length }) => length)).toEqual([
      40_000, 20_000, 10_000, 5000,
    ])
  })

  test('are others for the test than for the training, and others from each stream', () => {
    const other = draw('other points')
    const all = [train, unseen, other.train, other.test].flatMap(values)
    expect(new Set(all).size).toBe(all.length)
    expect(draw('points')).toEqual({ train, test: unseen })
  })

  test.each([0, 1])('fill the square evenly, axis %i', (axis) => {
    const along = train.inputs.filter((_, index) => index % 2 === axis)
    expect(along.every((x) => x >= -halfWidth && x < halfWidth)).toBe(true)
    // E[x] = 0 and E[x²] = 512² / 3 on the whole axis.
    for (const [power, expected] of [0, 512 ** 2 / 3].entries()) {
      const { low, high } = meanInterval(sampleOf(along.map((x) => x ** (power + 1))), alpha)
      expect(low < expected && high > expected).toBe(true)
    }
  })

  test('have targets with noise around the function, N(0, 0.3)', () => {
    const clean = valuesAt(train)
    const noise = train.targets.map((target, point) => target - clean[point]!)
    expect(noiseDeviation).toBe(0.3)
    for (const [power, expected] of [0, 0.09].entries()) {
      const { low, high } = meanInterval(sampleOf(noise.map((one) => one ** (power + 1))), alpha)
      expect(low < expected && high > expected).toBe(true)
    }
  })

  test('vary by the function and not by the noise, as the square says', () => {
    const { low, high } = meanInterval(sampleOf(train.targets), alpha)
    expect(low < -4.13 && high > -4.13).toBe(true)
    const squares = meanInterval(sampleOf(train.targets.map((target) => (target + 4.13) ** 2)), alpha)
    expect(squares.low < 298.15 ** 2 && squares.high > 298.15 ** 2).toBe(true)
  })
})

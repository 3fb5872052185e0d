import { beforeAll, describe, expect, test } from 'vitest'
import golden from '../../fixtures/eggholder/golden.json' with { type: 'json' }
import { openEngine } from '../../src/backend/chain.ts'
import { type EggholderTraining, repetitionStream, splitOf } from '../../src/experiments/eggholder/experiment.ts'
import { eggholder, halfWidth } from '../../src/experiments/eggholder/function.ts'
import { bestSurfaces, learnedSurface } from '../../src/experiments/eggholder/learned-surface.ts'
import { drawnSplit } from '../../src/experiments/eggholder/points.ts'
import { scalingOf } from '../../src/experiments/eggholder/scaling.ts'
import { standardised } from '../../src/experiments/eggholder/standard-scaler.ts'
import { functionSurface, surfaceCells, surfacePoints } from '../../src/experiments/eggholder/surface.ts'
import { learnedSurfaces } from '../../src/experiments/eggholder/surface-figure.ts'
import { float32Sum } from '../../src/tolerances.ts'
import { elements, texts } from './eggholder/figure-elements.ts'
import { trainingWith } from './eggholder/given-nets.ts'
import { differences } from './keras/differences.ts'
import { engineNames } from './keras/engines.ts'

const seed = 'surfaces'
const training: EggholderTraining = {
  ...{ points: 'drawn', trainingPoints: 100, testPoints: 10 },
  ...{ epochs: 1, batchSize: 10, learningRate: 0.01, momentum: 0.9 },
}

test('a surface has the middles of its cells, row by row from below', () => {
  expect([...surfacePoints(2)]).toEqual([-256, -256, 256, -256, -256, 256, 256, 256])
  expect([...functionSurface(2)]).toEqual([
    eggholder(-256, -256),
    eggholder(256, -256),
    eggholder(-256, 256),
    eggholder(256, 256),
  ])
  expect(Math.max(...surfacePoints())).toBe(halfWidth - halfWidth / surfaceCells)
})

describe('the scaling of a repetition', () => {
  test('is the one that its nets were trained with', () => {
    const { inputs, targets } = scalingOf(training, 3, { seed })
    const stream = repetitionStream(seed, 3)
    const points = drawnSplit(stream.stream('points'), 100, 10)
    const split = splitOf(training, stream)
    expect(split.targets).toEqual(targets)
    expect(split.test.inputs).toEqual(Float32Array.from(standardised(points.test.inputs, inputs)))
    expect(scalingOf(training, 4, { seed })).not.toEqual({ inputs, targets })
  })

  // Outside the test, as a busy machine takes longer for 100,000 points than a test may.
  const { inputs, targets } = scalingOf({ ...training, points: 'the notebook’s' }, 3, { seed })

  test('is that of the notebook’s points, if these are', () => {
    const { mean, scale } = golden.scalers.inputs
    expect([[...inputs.mean], [...inputs.deviation]]).toEqual([mean, scale])
    expect(targets.deviation[0]).toBeCloseTo(golden.scalers.targets.scale[0]!, 6)
  })
})

describe.each(engineNames)('on %s', (engine) => {
  beforeAll(() => openEngine(engine))

  const scaling = {
    inputs: { mean: Float64Array.of(10, -20), deviation: Float64Array.of(300, 200) },
    targets: { mean: Float64Array.of(5), deviation: Float64Array.of(50) },
  }

  test('what a net makes of the plane is scaled as its points were, and back', async () => {
    // |x1| − x2 + 1 of what is scaled: ReLU lets x2 + 10 pass, as it is positive.
    const weights = [
      { kernel: Float32Array.of(...[1, -1, 0], ...[0, 0, 1]), bias: Float32Array.of(0, 0, 10) },
      { kernel: Float32Array.of(1, 1, -1), bias: Float32Array.of(11) },
    ]
    const { title, values } = await learnedSurface({ hidden: [3], normalised: false }, weights, scaling, 4)
    const points = surfacePoints(4)
    const expected = Array.from({ length: 16 }, (_, cell) => {
      const [x1, x2] = [(points[2 * cell]! - 10) / 300, (points[2 * cell + 1]! + 20) / 200]
      return 50 * (Math.abs(x1) - x2 + 1) + 5
    })
    expect(title).toBe('1 hidden layer: 3')
    // A handful of roundings of terms up to 14, times the deviation.
    expect(differences(values, expected, float32Sum(8, 14 * 50))).toEqual([])
  })

  test('the best training of each depth is drawn', async () => {
    const constant = (value: number) => [
      { kernel: new Float32Array(4), bias: new Float32Array(2) },
      { kernel: new Float32Array(2), bias: Float32Array.of(value) },
    ]
    const trainings = [0.5, 0.25, Number.NaN].map((rmse) => ({ ...trainingWith(rmse), weights: constant(rmse) }))
    const surfaces = await bestSurfaces(
      [{ net: { hidden: [2], normalised: false }, repetitions: trainings }],
      training,
      {
        seed,
        engine: () => openEngine(engine),
      },
    )
    const { targets } = scalingOf(training, 1, { seed })
    const expected = 0.25 * targets.deviation[0]! + targets.mean[0]!
    expect(surfaces.map(({ title, values }) => [title, values[0], values.at(-1)])).toEqual([
      ['1 hidden layer: 2', expected, expected],
    ])
  })
})

describe('the figure of surfaces', () => {
  const cells = 16
  const truth = functionSurface(cells)
  const off = truth.map((value, cell) => value + (cell % cells < cells / 2 ? -100 : 100))
  const surfaces = [
    { title: '48', values: off },
    { title: '32-16', values: truth },
  ]
  const figure = learnedSurfaces(surfaces, 'The finding.')
  const maps = elements(figure, '[aria-label="heat map"]')
  const strokes = (map: number) => [...maps[map]!.querySelectorAll('path')].map((path) => path.getAttribute('stroke'))

  test('has the function, what is learned, and below what is off, with its size', () => {
    expect(maps).toHaveLength(5)
    expect(texts(figure)).toEqual(
      expect.arrayContaining([
        'the function f',
        '48',
        '32-16',
        'RMSE 100, unit of f',
        'RMSE 0, unit of f',
        'value of f',
        'learned − f',
      ]),
    )
    const panels = elements(figure, 'svg > svg').map((panel) => ['x', 'y'].map((side) => panel.getAttribute(side)))
    expect(panels).toEqual([
      ['0', '0'],
      ['240', '0'],
      ['480', '0'],
      ['0', '240'],
      ['240', '240'],
      ['480', '240'],
    ])
  })

  test('has the same colours where values are the same, and residuals on either side of 0 in different ones', () => {
    expect(maps[0]!.innerHTML).toBe(maps[2]!.innerHTML)
    const [below, above] = strokes(3)
    expect(strokes(3)).toHaveLength(2)
    expect(below).not.toBe(above)
    expect(strokes(4)).toEqual(['rgb(244, 244, 244)'])
    // The half on the left is too low.
    expect(maps[3]!.querySelector('path')!.getAttribute('d')).toMatch(/^M0 0h8M/)
  })

  test('has square maps with x1 to the right and x2 up', () => {
    const [, across, down] = maps[0]!.getAttribute('transform')!.match(/scale\((.*?),(.*?)\)/)!
    expect(Number(across)).toBe(-Number(down))
    expect(Number(across)).toBeGreaterThan(0)
    expect(texts(figure)).toEqual(expect.arrayContaining(['x₁ →', '↑ x₂', '−512', '512']))
  })

  test('has a legend of both scales, with their ends', () => {
    expect(elements(figure, '[aria-description="legend"] rect')).toHaveLength(16 + 15)
    expect(texts(figure)).toEqual(expect.arrayContaining(['−1000', '1000', '−100', '100']))
  })

  test('says what was found, and takes little space', () => {
    expect(figure.name).toBe('learned-surfaces')
    expect(figure.caption).toMatch(/^The Eggholder function f .* in the unit of f; .* The finding\.$/)
    // Off by as much as the function itself varies, on all cells.
    const values = functionSurface().map((value) => value / 2)
    const whole = ['128', '64-64', '48-40-40'].map((title) => ({ title, values }))
    expect(learnedSurfaces(whole, 'The finding.').svg.length).toBeLessThan(300_000)
  })

  test('leaves out a net that diverged, and counts it', () => {
    const diverged = { title: '16', values: truth.map(() => Number.NaN) }
    const beside = learnedSurfaces([diverged, surfaces[0]!], 'The finding.')
    expect(elements(beside, '[aria-label="heat map"]')).toHaveLength(3)
    expect(texts(beside)).not.toContain('16')
    expect(beside.caption).toContain('Nets left out because they diverged: 1. The finding.')
    const alone = learnedSurfaces([diverged], 'The finding.')
    expect(elements(alone, '[aria-label="heat map"]')).toHaveLength(1)
    expect(`${beside.svg}${alone.svg}`).not.toMatch(/NaN|Infinity/)
  })
})

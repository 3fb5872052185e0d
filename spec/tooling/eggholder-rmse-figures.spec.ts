import { describe, expect, test } from 'vitest'
import { meanEvidence } from '../../src/claims/evidence.ts'
import { depthInWords } from '../../src/experiments/eggholder/depth-look.ts'
import { rmseOverParameters, rmseOverUnits } from '../../src/experiments/eggholder/rmse-figures.ts'
import { colours } from '../../src/report/draw.ts'
import type { Figure } from '../../src/report/figure.ts'
import { elements, linearAxis, numbers, texts } from './eggholder/figure-elements.ts'
import { netEndingWith } from './eggholder/given-nets.ts'
import { facets } from './report/facets.ts'

const nets = [
  netEndingWith([16], false, 0.9, 0.91, 0.92),
  netEndingWith([64], false, 0.8, 0.81, 0.82),
  netEndingWith([32, 16], false, 0.62, 0.6, 0.61),
  netEndingWith([16, 32], false, 0.52, 0.5, 0.54),
  netEndingWith([32, 32], false, 0.4, 0.4, 0.4),
  netEndingWith([16, 16, 16], true, 0.3, 0.31, 0.32),
]

/** What a mark of one depth draws in each panel. */
const shapesOf = (figure: Figure, mark: string, depth: number, tag: string) =>
  facets(figure, 'fx').shapes(`${mark}, ${depthInWords(depth)}`, tag)

describe('the error over hidden units', () => {
  const figure = rmseOverUnits(nets, 'The finding.')

  test('is a mean over repetitions of the average over nets of as many units, with its interval', () => {
    const y = linearAxis(figure, 'y')
    const averages = [0.57, 0.55, 0.575]
    const { value, low, high } = meanEvidence('', averages)
    const dots = [1, 2].flatMap((depth) => shapesOf(figure, 'means', depth, 'circle')['without BatchNorm']!)
    expect(dots.map(({ cy }) => Number(cy).toFixed(6))).toEqual(
      [0.91, 0.81, value!, 0.4].map((each) => y(each).toFixed(6)),
    )
    const interval = shapesOf(figure, 'intervals', 2, 'line')['without BatchNorm']![0]!
    expect(Number(interval.y1).toFixed(6)).toBe(y(Math.max(0, low!)).toFixed(6))
    expect(Number(interval.y2).toFixed(6)).toBe(y(high!).toFixed(6))
  })

  test('has a curve for each depth in its colour, and a panel for either kind of net', () => {
    const curves = elements(figure, '[aria-description^="curve"] path').map((path) =>
      path.parentElement!.getAttribute('stroke'),
    )
    expect(curves).toEqual([colours.orange, colours.blue, colours.green])
    const intervals = [1, 2, 3].map((depth) => shapesOf(figure, 'intervals', depth, 'line'))
    expect(intervals.map((panels) => Object.entries(panels).map(([panel, { length }]) => [panel, length]))).toEqual([
      [['without BatchNorm', 2]],
      [['without BatchNorm', 2]],
      [['with BatchNorm', 1]],
    ])
  })

  test('has nets of one size at one place, but for the shift that keeps intervals apart', () => {
    const across = [1, 2].flatMap((depth) =>
      shapesOf(figure, 'means', depth, 'circle')['without BatchNorm']!.map(({ cx }) => Number(cx)),
    )
    const [of16, of64, of48, also64] = across
    expect(also64).toBe(of64)
    // By a logarithmic axis 64 is two steps of a power of two from 16, and 48 half of log2(3) steps from 64.
    expect((of48! - of16!) / (of64! - of16!)).toBeCloseTo(Math.log2(3) / 2, 6)
    const shifts = elements(figure, '[aria-description^="means"]').map((group) => group.getAttribute('transform'))
    expect(new Set(shifts).size).toBe(3)
  })

  test('says what the axes are, what the colours are, and what was found', () => {
    expect(texts(figure)).toEqual(
      expect.arrayContaining([
        '↑ test RMSE, standard deviations of the target',
        'hidden units of all layers →',
        '1 hidden layer',
        '2 hidden layers',
        '3 hidden layers',
        'without BatchNorm',
        'with BatchNorm',
      ]),
    )
    expect(figure.name).toBe('rmse-over-units')
    expect(figure.caption).toMatch(
      /^Root mean square error .* over 3 repetitions .* once in 250,000 times\)\..* side by side, .* The finding\.$/,
    )
  })
})

test('the error over parameters has a dot for each net, as the parameters of its depth are many', () => {
  const figure = rmseOverParameters(nets, 'The finding.')
  expect(figure.name).toBe('rmse-over-parameters')
  expect(texts(figure)).toContain('trainable parameters →')
  const across = [1, 2].flatMap((depth) =>
    shapesOf(figure, 'means', depth, 'circle')['without BatchNorm']!.map(({ cx }) => Number(cx)),
  )
  // One hidden layer of 16 units has 65 parameters, one of 64 has 257; 16-32 and 32-16 have 625 and 641.
  expect(across).toHaveLength(5)
  const decade = (across[1]! - across[0]!) / Math.log10(257 / 65)
  expect((across[2]! - across[0]!) / decade).toBeCloseTo(Math.log10(625 / 65), 6)
  expect((across[3]! - across[0]!) / decade).toBeCloseTo(Math.log10(641 / 65), 6)
  for (const cx of across) expect(cx).toBeGreaterThan(60)
})

describe('nets that diverged', () => {
  const bad = [Number.NaN, Number.POSITIVE_INFINITY]

  test('are left out of the averages that they stand in, and counted', () => {
    const beside = netEndingWith([16, 32], false, 0.5, Number.NaN, 0.5)
    const figure = rmseOverUnits([netEndingWith([32, 16], false, 0.7, 0.9, 0.7), beside], 'The finding.')
    const y = linearAxis(figure, 'y')
    expect(numbers(figure, '[aria-description^="means"] circle', 'cy')).toEqual([expect.closeTo(y(0.6), 6)])
    expect(figure.caption).toContain(
      ' 1 of 6 trainings diverged: repetitions are left out of the averages that these stand in. The finding.',
    )
  })

  test('have no dot if all of them did, and the others keep theirs', () => {
    for (const value of bad) {
      const figure = rmseOverParameters([netEndingWith([16], false, value, value), nets[1]!], 'The finding.')
      expect(elements(figure, '[aria-description^="means"] circle')).toHaveLength(1)
      expect(figure.svg).not.toMatch(/NaN|Infinity/)
      expect(figure.caption).toContain('2 of 5 trainings diverged')
    }
  })

  test('leave a dot without an interval if one repetition is left', () => {
    const figure = rmseOverUnits([netEndingWith([16], false, 0.5, Number.NaN)], 'The finding.')
    expect(elements(figure, '[aria-description^="means"] circle')).toHaveLength(1)
    expect(elements(figure, '[aria-description^="intervals"] line')).toHaveLength(0)
  })
})

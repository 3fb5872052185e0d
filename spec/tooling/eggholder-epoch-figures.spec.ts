import { describe, expect, test } from 'vitest'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import type { TwoDepths } from '../../src/experiments/eggholder/depth-comparison.ts'
import { errorsOverEpochs } from '../../src/experiments/eggholder/error-figure.ts'
import type { TrainedEggholder, TrainedNet } from '../../src/experiments/eggholder/experiment.ts'
import { epochTicks, shownEpochs } from '../../src/experiments/eggholder/shown-epochs.ts'
import { verdictOverEpochs } from '../../src/experiments/eggholder/verdict-figure.ts'
import { colours } from '../../src/report/draw.ts'
import type { Figure } from '../../src/report/figure.ts'
import { elements, linearAxis, texts } from './eggholder/figure-elements.ts'
import { trainingWith } from './eggholder/given-nets.ts'
import { facets } from './report/facets.ts'

/** The points of a path. */
const pointsOf = (path: string) =>
  path
    .slice(1)
    .replace(/Z$/, '')
    .split('L')
    .map((point) => point.split(',').map(Number))

describe('epochs by a logarithmic axis', () => {
  test('are all where they lie apart, and few where they lie close', () => {
    expect(shownEpochs(1, 60)).toEqual([1])
    expect(shownEpochs(4, 60)).toEqual([1, 2, 3, 4])
    const shown = shownEpochs(2000, 60)
    expect(shown.slice(0, 5)).toEqual([1, 2, 3, 4, 5])
    expect(shown.at(-1)).toBe(2000)
    expect(shown.length).toBeLessThanOrEqual(60)
    expect(shown).toEqual([...new Set(shown)].sort((a, b) => a - b))
  })

  test('are named by 1 and 3 with noughts', () => {
    expect(epochTicks(60)).toEqual([1, 3, 10, 30])
    expect(epochTicks(2000)).toEqual([1, 3, 10, 30, 100, 300, 1000])
  })
})

describe('errors over epochs', () => {
  const nets: TrainedNet[] = [
    { net: { hidden: [48], normalised: false }, repetitions: [trainingWith(1, 0.9, 0.8), trainingWith(1, 0.9, 0.82)] },
    {
      net: { hidden: [32, 16], normalised: false },
      repetitions: [trainingWith(1, 0.7, 0.4), trainingWith(1, 0.7, 0.4)],
    },
    {
      net: { hidden: [16, 32], normalised: false },
      repetitions: [trainingWith(1, 0.7, 0.6), trainingWith(1, 0.7, 0.6)],
    },
    {
      net: { hidden: [48], normalised: true },
      repetitions: [trainingWith(1.2, 0.8, 0.7), trainingWith(1.2, 0.8, 0.7)],
    },
  ]
  const figure = errorsOverEpochs(nets, 'The finding.')

  test('have a curve for each depth, the mean of its nets and repetitions, in either panel', () => {
    const y = linearAxis(figure, 'y')
    const curves = facets(figure, 'fx').shapes('curves', 'path')
    expect(curves['without BatchNorm']!.map(({ stroke }) => stroke)).toEqual([colours.orange, colours.blue])
    expect(curves['with BatchNorm']!.map(({ stroke }) => stroke)).toEqual([colours.orange])
    const heights = curves['without BatchNorm']!.map(({ d }) => pointsOf(d!).map(([, at]) => at))
    const expected = [
      [1, 0.9, 0.81],
      [1, 0.7, 0.5],
    ]
    expect(heights).toEqual(expected.map((curve) => curve.map((value) => expect.closeTo(y(value), 2))))
  })

  test('have a band around each curve, from the first epoch to the last by a logarithmic axis', () => {
    const shown = facets(figure, 'fx')
    const bands = shown.shapes('bands', 'path')
    expect([bands['without BatchNorm']!.length, bands['with BatchNorm']!.length]).toEqual([2, 1])
    const curve = pointsOf(shown.shapes('curves', 'path')['without BatchNorm']![0]!.d!)
    const band = pointsOf(bands['without BatchNorm']![0]!.d!)
    // There and back.
    expect(band.map(([x]) => x)).toEqual([...curve, ...curve.toReversed()].map(([x]) => x))
    const [at1, at2, at3] = curve.map(([x]) => x!)
    expect((at2! - at1!) / (at3! - at1!)).toBeCloseTo(Math.log(2) / Math.log(3), 3)
    const [below, above] = [band[2]![1]!, band[3]![1]!].sort((a, b) => b - a)
    expect(below).toBeGreaterThan(curve[2]![1]!)
    expect(above).toBeLessThan(curve[2]![1]!)
  })

  test('say what the axes are, which nets the colours mean, and what was found', () => {
    expect(texts(figure)).toEqual(
      expect.arrayContaining([
        '↑ test RMSE, standard deviations of the target',
        'epoch →',
        '1 hidden layer: 48',
        '2 hidden layers: 32-16, 16-32',
      ]),
    )
    expect(figure.name).toBe('errors-over-epochs')
    expect(figure.caption).toMatch(/in evaluation mode; .* over 2 repetitions .* The finding\.$/)
  })

  test('leave out a net that diverged, before it did as well', () => {
    const diverged = { ...nets[0]!, repetitions: [trainingWith(1, 0.9, 0.8), trainingWith(5, 50, Number.NaN)] }
    const beside = errorsOverEpochs([diverged, nets[1]!], 'The finding.')
    const [first] = facets(beside, 'fx').shapes('curves', 'path')['without BatchNorm']!
    const y = linearAxis(beside, 'y')
    expect(pointsOf(first!.d!).map(([, at]) => at)).toEqual([1, 0.9, 0.8].map((value) => expect.closeTo(y(value), 2)))
    expect(beside.caption).toContain('1 of 4 trainings diverged')
    expect(beside.svg).not.toMatch(/NaN|Infinity/)
  })
})

describe('the verdict over epochs', () => {
  const smallestEffect = 0.02
  const noise = [0.004, -0.004, 0.002, -0.002, 0.001, -0.001, 0.003, -0.003]
  const netWith = (repetitions: TrainedEggholder[]): TrainedNet => ({
    net: { hidden: [2], normalised: true },
    repetitions,
  })
  /** Deeper nets that are better by these numbers, epoch by epoch. */
  const betterBy = (...effects: number[]): TwoDepths => ({
    shallower: [netWith(noise.map(() => trainingWith(...effects.map(() => 0.5))))],
    deeper: [netWith(noise.map((error) => trainingWith(...effects.map((effect) => 0.5 - effect + error))))],
  })
  const effects = [-0.1, 0, 0.01, 0.1]
  const arms = new Map([
    ['without BatchNorm', betterBy(0, 0, 0.1, 0.2)],
    ['with BatchNorm', betterBy(...effects)],
  ])
  const figure = verdictOverEpochs(arms, smallestEffect, 'The finding.')
  const intervals = (of: Figure, panel: string) => facets(of, 'fx').shapes('intervals', 'line')[panel]!

  test('has the mean difference after each epoch, shallower minus deeper', () => {
    const y = linearAxis(figure, 'y')
    const [means] = facets(figure, 'fx').shapes('means', 'path')['with BatchNorm']!
    expect(pointsOf(means!.d!).map(([, at]) => at)).toEqual(effects.map((effect) => expect.closeTo(y(effect), 2)))
  })

  test('has intervals in the colours of the verdicts that a judge would pass', () => {
    const colourOf = { reproduced: colours.blue, refuted: colours.orange, inconclusive: colours.grey }
    const expected = effects.map((effect) => {
      const values = Float64Array.from(noise, (error) => effect - error)
      return judgeOrdering({ metric: 'effect', values, claimed: { above: 0 }, smallestEffect })
    })
    expect(expected.map(({ verdict }) => verdict)).toEqual(['refuted', 'refuted', 'inconclusive', 'reproduced'])
    const y = linearAxis(figure, 'y')
    const lines = intervals(figure, 'with BatchNorm')
    expect(lines.map(({ stroke }) => stroke)).toEqual(expected.map(({ verdict }) => colourOf[verdict]))
    expect(lines.map(({ y1, y2 }) => [Number(y1), Number(y2)])).toEqual(
      expected.map(({ evidence: [evidence] }) => [
        expect.closeTo(y(evidence!.low!), 6),
        expect.closeTo(y(evidence!.high!), 6),
      ]),
    )
  })

  test('has the line of no difference, and dashed that of the smallest effect', () => {
    const y = linearAxis(figure, 'y')
    for (const [name, at] of [
      ['no difference', 0],
      ['smallest effect', smallestEffect],
    ] as const) {
      const lines = elements(figure, `[aria-description="${name}"] line`)
      expect(lines.map((line) => Number(line.getAttribute('y1')))).toEqual(lines.map(() => expect.closeTo(y(at), 6)))
      expect(lines.length).toBeGreaterThan(0)
      expect(texts(figure)).toContain(name)
    }
  })

  test('says what the axes are, what the colours are, and what was found', () => {
    expect(texts(figure)).toEqual(
      expect.arrayContaining([
        '↑ shallower − deeper, test RMSE, standard deviations',
        'epochs of training →',
        'reproduced: the deeper nets are better',
        'inconclusive: neither is sure',
      ]),
    )
    expect(figure.name).toBe('verdict-over-epochs')
    expect(figure.caption).toMatch(/means over 8 repetitions .* smallest effect of interest, 0\.02\. The finding\.$/)
  })

  test('leaves out the repetitions in which a net diverged', () => {
    const { shallower, deeper } = betterBy(0, 0.1)
    const rest = ({ repetitions }: TrainedNet) => repetitions.slice(1)
    const lost = { shallower, deeper: [netWith([trainingWith(9, Number.NaN), ...rest(deeper[0]!)])] }
    const whole = { shallower: [netWith(rest(shallower[0]!))], deeper: [netWith(rest(deeper[0]!))] }
    const drawn = (compared: TwoDepths) => verdictOverEpochs(new Map([['nets', compared]]), 0.02, 'The finding.')
    expect(intervals(drawn(lost), 'nets')).toEqual(intervals(drawn(whole), 'nets'))
    expect(drawn(lost).caption).toContain('1 of 16 trainings diverged')
    const none = drawn({ shallower, deeper: [netWith(noise.map(() => trainingWith(9, Number.POSITIVE_INFINITY)))] })
    expect(none.svg).not.toMatch(/NaN|Infinity/)
  })
})

import { describe, expect, test } from 'vitest'
import type { TrainedNet } from '../../src/experiments/eggholder/experiment.ts'
import { errorsBesidePrinted } from '../../src/experiments/eggholder/printed-errors-figure.ts'
import { colours } from '../../src/report/draw.ts'
import { texts } from './eggholder/figure-elements.ts'
import { trainingWith } from './eggholder/given-nets.ts'
import { facets } from './report/facets.ts'

describe('errors beside those that were printed', () => {
  const two: TrainedNet = {
    net: { hidden: [4, 2], normalised: true },
    repetitions: [trainingWith(1, 0.5, 0.4), trainingWith(1, 0.6, 0.3)],
  }
  const three: TrainedNet = {
    net: { hidden: [4, 4, 2], normalised: true },
    repetitions: [{ ...trainingWith(1, 0.4, 0.2), trainingLosses: Float64Array.of(0.9, 0.05, 0.04) }],
  }
  const printed = [
    { net: two, set: 'test', epoch: 3, value: 0.1 },
    { net: three, set: 'training', epoch: 2, value: 0.05 },
  ] as const
  const figure = errorsBesidePrinted([two, three], printed, 'The finding.')
  const shown = facets(figure, 'fx')

  test('are a line for each training, in training and on the test points', () => {
    const strokes = [colours.blue, colours.blue, colours.green]
    const curves = shown.shapes('curves', 'path')
    expect(Object.keys(curves)).toEqual(['training', 'test'])
    expect(curves.training!.map(({ stroke }) => stroke)).toEqual(strokes)
    expect(curves.test!.map(({ stroke }) => stroke)).toEqual(strokes)
  })

  test('have a ring where the notebook printed what a net had, on its curve if ours had the same', () => {
    const rings = shown.shapes('printed', 'circle')
    expect(rings.test!.map(({ stroke }) => stroke)).toEqual([colours.blue])
    const [ring] = rings.training!
    expect(ring!.stroke).toBe(colours.green)
    const curve = shown.shapes('curves', 'path').training![2]!.d!
    const at = curve.slice(1).split('L')[1]!.split(',').map(Number)
    expect([Number(ring!.cx), Number(ring!.cy)]).toEqual(at.map((place) => expect.closeTo(place, 2)))
  })

  test('say what the axes, lines and rings are, and what was found', () => {
    expect(texts(figure)).toEqual(
      expect.arrayContaining(['↑ mean square error, variances of the target', 'epoch →', '4-2 with BatchNorm']),
    )
    expect(figure.caption).toMatch(/A line for each training \(2 of a net\); rings: .* The finding\.$/)
    expect(figure.svg).not.toMatch(/NaN|Infinity/)
  })

  test('leave out what is not finite', () => {
    const diverged = { ...two, repetitions: [trainingWith(1, 50, Number.NaN)] }
    const beside = errorsBesidePrinted([diverged], [], 'The finding.')
    expect(beside.svg).not.toMatch(/NaN|Infinity/)
    expect(beside.caption).toContain('1 of 1 trainings diverged')
  })
})

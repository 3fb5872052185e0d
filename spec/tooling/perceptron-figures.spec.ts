import { describe, expect, test } from 'vitest'
import { meanEvidence } from '../../src/claims/evidence.ts'
import {
  accuracyDistributions,
  boundaries,
  disagreementOverTheSquare,
} from '../../src/experiments/perceptron/figures.ts'
import { colours } from '../../src/report/draw.ts'
import { tolerances } from '../../src/tolerances.ts'
import { facets } from './report/facets.ts'
import { arm, better, two, worse } from './report/small-arms.ts'

const perceptron = 'perceptron, a = 0'
const hinge = 'hinge loss, a = 1'

describe('the boundaries', () => {
  const figure = boundaries(two)

  test('leave the unit square where w·x = 0 does, each arm in its own facet and colour', () => {
    // The square is 302 by 300 pixels, its origin at (60, 336); (2, −1) leaves it at (1/2, 1), (1, −4) at (1, 1/4).
    const line = (stroke: string, x: number, y: number) => ({ stroke, d: `M60,336L${60 + 302 * x},${336 - 300 * y}` })
    const [orange, blue] = [colours.orange, colours.blue]
    expect(facets(figure, 'fx').shapes('boundaries', 'path')).toEqual({
      [perceptron]: [line(orange, 1, 1), line(orange, 0.5, 1), line(orange, 1, 0.25), line(orange, 1, 0.25)],
      [hinge]: [line(blue, 1, 0.5), line(blue, 0.5, 1), line(blue, 0.25, 1)],
    })
  })

  test('stand beside one training set, its positive points filled', () => {
    const points = facets(figure, 'fx').shapes('dot', 'circle')[hinge]!
    expect(points.map(({ cx, cy, fill }) => [Number(cx), Number(cy), fill])).toEqual([
      [60 + 302 * 0.8, 336 - 300 * 0.2, 'currentColor'],
      [60 + 302 * 0.3, 336 - 300 * 0.6, 'var(--plot-background)'],
    ])
  })

  test('are counted, and their spread is measured, in the caption', () => {
    expect(figure.caption).toContain('Boundaries from 4 training sets')
    expect(figure.caption).toContain(
      `${perceptron}: 4 cross the unit square, and the middle 90 % lie at 14.0° to 63.4°.`,
    )
    expect(figure.caption).toContain(`${hinge}: 3 cross the unit square, and the middle 90 % lie at -45.0° to 76.0°.`)
    const spread = Array.from({ length: 40 }, (_, run) => [Math.tan((Math.PI * (run + 1)) / 90), -1]).flat()
    const many = arm(spread, Array(20).fill(1), [])
    expect(boundaries({ better: many, worse: many }).caption).toContain(
      `${perceptron}: 40 cross the unit square, and the middle 90 % lie at 6.0° to 76.0°.`,
    )
  })
})

describe('the distributions of the accuracy', () => {
  const figure = accuracyDistributions({ better, worse }, 'hinge_test_accuracy is low.')
  const shown = facets(figure, 'fy')
  // The axis goes from 0.1, below the least accuracy of either arm, to 1, over 540 pixels from 60.
  const accuracyAt = (x: number) => 0.1 + (0.9 * (x - 60)) / 540

  test('have every pair in its bin, whichever arm is the less accurate', () => {
    const bins = (title: string) => shown.shapes('shares of the pairs', 'rect')[title]!
    const edges = (title: string) => bins(title).map(({ x }) => Math.round(100 * accuracyAt(Number(x))))
    expect(edges(hinge)).toEqual([12, 57, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69])
    expect(edges(perceptron)).toEqual([57, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 99])
    const height = (index: number) => Number(bins(hinge)[index]!.height)
    expect([1, 2].map((bin) => Math.round(height(bin) / height(0)))).toEqual([2, 10])
    expect([...new Set(bins(hinge).map(({ fill }) => fill))]).toEqual([colours.blue])
  })

  test('have the means with their intervals', () => {
    for (const [title, { testAccuracy }] of Object.entries({ [hinge]: better, [perceptron]: worse })) {
      const { value, low, high } = meanEvidence('test_accuracy', testAccuracy)
      const [band] = shown.shapes('intervals of the means', 'rect')[title]!
      const [rule] = shown.shapes('means', 'line')[title]!
      const drawn = [Number(rule!.x1), Number(band!.x), Number(band!.x) + Number(band!.width)].map(accuracyAt)
      const expected = [value!, low!, high!]
      const errors = drawn.map((place, index) => Math.abs(place / expected[index]! - 1))
      expect(Math.max(...errors)).toBeLessThanOrEqual(tolerances.hostStatistic.size)
    }
    expect(figure.caption).toMatch(/^Test accuracy over 100 pairs .* hinge test accuracy is low\.$/)
  })
})

test('the disagreement is dark where two training sets differ, and has the means of its arm', () => {
  const { shapes, texts } = facets(disagreementOverTheSquare(two, 'Finding.'), 'fx')
  expect(texts('text')).toEqual({ [perceptron]: 'mean 15.0 %', [hinge]: 'mean 40.0 %' })
  const [light, dark] = ['#eff3ff', '#084594']
  const rightAngle = Array.from({ length: 120 }, (_, sector) => (90 * (sector + 0.5)) / 120)
  const fills = (title: string) => shapes('sectors', 'path')[title]!.map(({ fill }) => fill)
  expect(fills(perceptron)).toEqual(rightAngle.map((angle) => (angle > 45 && angle < 63.43 ? dark : light)))
  expect(fills(hinge)).toEqual(rightAngle.map((angle) => (angle > 26.57 ? dark : light)))
  const firstSector = shapes('sectors', 'path')[perceptron]![0]!.d!
  expect(firstSector).toMatch(/^M60,336L362,336L362,33[0-9.]+L60,336/)
})

import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import {
  fitsOfSimulations,
  functionsOfRuns,
  varianceHistogram,
} from '../../src/experiments/dying-relu/function-figures.ts'
import { bornDeadByDepth, collapseRates } from '../../src/experiments/dying-relu/rate-figures.ts'
import { type Collapse, grid } from '../../src/experiments/dying-relu/train-runs.ts'
import type { Figure } from '../../src/report/figure.ts'

const elements = ({ svg }: Figure, selector: string) => [...parseHTML(svg).document.querySelectorAll(selector)]
const attributes = (figure: Figure, selector: string, name: string) =>
  elements(figure, selector).map((element) => element.getAttribute(name))

const functions = [0, 1, 2, 3].map((slope) => ({ first: grid.map((x) => slope * x), trained: grid.map(() => 1.3) }))
const runs: Collapse = {
  variance: Float64Array.of(0, 1e-5, 1e-13, 1),
  dead: Uint8Array.of(1, 0, 0, 0),
  bornDead: Uint8Array.of(1, 0, 0, 0),
  meanOutput: new Float64Array(4),
  lossAsConstant: new Float64Array(4),
  functions,
}

describe('figures of Problem 2', () => {
  test('show each function before and after training, and which nets ended as constants', () => {
    const figure = functionsOfRuns(runs, 'The finding.')
    const strokes = attributes(figure, '[aria-label="line"] path', 'stroke').filter((stroke) => stroke?.startsWith('#'))
    // Runs 0 and 2 end as constants, runs 1 and 3 do not; each is drawn before and after.
    const [orange, blue] = ['#d55e00', '#0072b2']
    expect(strokes).toEqual([orange, blue, orange, blue, orange, blue, orange, blue])
    expect(figure.caption).toMatch(/first 4 nets .* The finding\.$/)
  })

  test('show the share of the nets in each bin of the variance, the smallest ones in the first', () => {
    const figure = varianceHistogram(new Map([['arm', runs]]), 'The finding.')
    const bins = elements(figure, '[aria-label="rect"] rect')
    expect(bins).toHaveLength(4)
    // Half a decade each, of 21: the drawing is 720 wide, with margins of 60 and 90.
    for (const bin of bins) expect(Math.round(Number(bin.getAttribute('width')))).toBe(Math.round((720 - 150) / 42))
    expect(elements(figure, 'text').map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining(['constant to a millionth', 'the notebook’s rule', 'arm']),
    )
  })

  test('show the share by each rule with its interval', () => {
    const figure = collapseRates(new Map([['arm', runs]]), 'The finding.')
    const texts = elements(figure, 'text').map(({ textContent }) => textContent)
    expect(texts).toEqual(
      expect.arrayContaining(['75.0 % the notebook’s rule', '50.0 % constant to a millionth', '25.0 % dead']),
    )
    expect(elements(figure, 'circle')).toHaveLength(3)
  })

  test('show the engine’s counts, the twin’s and the bound by depth', () => {
    const counts = new Map([[2, { nets: 10, byHiddenLayers: [0, 4] }]])
    const twin = [
      { width: 2, runs: 100, deadByHiddenLayers: [0, 41] },
      { width: 9, runs: 100, deadByHiddenLayers: [0, 0] },
    ]
    const figure = bornDeadByDepth(counts, twin, 'The finding.')
    expect(elements(figure, 'circle')).toHaveLength(2)
    expect(elements(figure, '[aria-label="line"] path')).toHaveLength(2)
  })

  test('show each fit of each simulation, those that print most on top', () => {
    const simulations = [
      { collapsed: Uint8Array.of(0, 0), fraction: 0 },
      { collapsed: Uint8Array.of(1, 1), fraction: 1 },
    ]
    const figure = fitsOfSimulations(simulations, 'The finding.')
    const cells = elements(figure, '[aria-label="cell"] rect')
    const tops = cells.map((cell) => [cell.getAttribute('fill'), Number(cell.getAttribute('y'))] as const)
    const topOf = (colour: string) => Math.min(...tops.filter(([fill]) => fill === colour).map(([, y]) => y))
    expect(cells).toHaveLength(4)
    expect(topOf('#d55e00')).toBeLessThan(topOf('#0072b2'))
  })
})

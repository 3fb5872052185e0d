import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { draw } from '../../src/report/draw.ts'

const figure = draw({ name: 'losses', caption: 'test_loss falls & ends < 1.', marks: [Plot.lineY([3, 2, 1])] })
const svg = parseHTML(figure.svg).document.querySelector('svg')!

describe('a drawing', () => {
  test('is a whole SVG that says its caption, with the names of metrics in words', () => {
    expect(figure).toMatchObject({ name: 'losses', caption: 'test loss falls & ends < 1.' })
    expect(svg.getAttribute('xmlns')).toBe('http://www.w3.org/2000/svg')
    expect(svg.getAttribute('role')).toBe('img')
    expect(svg.getAttribute('aria-label')).toBe(figure.caption)
  })

  test('ends with a style for light ground and one for dark ground, in contrasting colours', () => {
    const [light, dark] = svg.lastElementChild!.textContent!.split('@media (prefers-color-scheme: dark)')
    const brightness = (rule: string, property: string) => {
      const [, colour] = new RegExp(`[{;] ?${property}: #([0-9a-f]{6})`).exec(rule)!
      return [0, 2, 4].reduce((sum, at) => sum + Number.parseInt(colour!.slice(at, at + 2), 16), 0) / (3 * 255)
    }
    expect(svg.lastElementChild!.tagName.toLowerCase()).toBe('style')
    expect(brightness(light!, 'background') - brightness(light!, 'color')).toBeGreaterThan(0.7)
    expect(brightness(dark!, 'color') - brightness(dark!, 'background')).toBeGreaterThan(0.7)
    expect(brightness(dark!, '--plot-background')).toBe(brightness(dark!, 'background'))
  })

  test('is the same, byte for byte, each time', () => {
    expect(draw({ name: 'losses', caption: figure.caption, marks: [Plot.lineY([3, 2, 1])] }).svg).toBe(figure.svg)
  })

  test('carries its legend inside, below the axes', () => {
    const color = { legend: true, label: 'loss', type: 'threshold', domain: [1, 2] } as const
    const marks = [Plot.dot([1, 2, 3], { x: Plot.identity, fill: Plot.identity })]
    const drawn = parseHTML(draw({ name: 'x', caption: 'X.', height: 200, color, marks }).svg).document
    const legend = drawn.querySelector('svg svg')!
    expect(legend.getAttribute('y')).toBe('200')
    expect(Number(drawn.querySelector('svg')!.getAttribute('height'))).toBeGreaterThan(200)
    expect(legend.textContent).toContain('loss')
  })
})

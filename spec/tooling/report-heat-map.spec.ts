import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { divergingLevels, levelOf, sequentialLevels } from '../../src/report/colour-levels.ts'
import { colours, draw } from '../../src/report/draw.ts'
import { heatMap } from '../../src/report/heat-map.ts'

describe('levels of colours', () => {
  test('are equal steps, and what lies beyond has the colour of the end', () => {
    const levels = sequentialLevels(0, 4, 4)
    expect([-9, 0, 0.5, 1, 3.9, 4, 9].map((value) => levelOf(levels, value))).toEqual([0, 0, 0, 1, 3, 3, 3])
    expect(new Set(levels.colours).size).toBe(4)
  })

  test('that diverge have 0 in the middle, and the colours of the figures at their ends', () => {
    const levels = divergingLevels(30, 3)
    expect([levels.low, levels.high]).toEqual([-30, 30])
    expect([-0.1, 0, 0.1].map((value) => levelOf(levels, value))).toEqual([1, 1, 1])
    const asHex = (colour: string) =>
      `#${colour
        .match(/\d+/g)!
        .map((each) => Number(each).toString(16).padStart(2, '0'))
        .join('')}`
    expect(levels.colours.map(asHex)).toEqual([colours.blue, '#f4f4f4', colours.orange])
  })
})

test('a heat map has a path for each colour, with the neighbours in a row as one line', () => {
  const levels = { low: 0, high: 3, colours: ['red', 'green', 'blue'] }
  // The least y comes first.
  const values = [0, 0, 2, 2, 2, 0]
  const figure = draw({
    name: 'map',
    caption: 'A map.',
    ...{ width: 300, height: 200, marginTop: 0, marginRight: 0, marginBottom: 0, marginLeft: 0 },
    x: { axis: null, domain: [-3, 3] },
    y: { axis: null, domain: [-2, 2] },
    marks: [heatMap({ values, columns: 3, x: [-3, 3], y: [-2, 2], levels })],
  })
  const { document } = parseHTML(figure.svg)
  const group = document.querySelector('[aria-label="heat map"]')!
  const paths = [...group.querySelectorAll('path')].map((path) =>
    ['stroke', 'd'].map((name) => path.getAttribute(name)),
  )
  expect(paths).toEqual([
    ['red', 'M0 0h2M2 1h1'],
    ['blue', 'M2 0h1M0 1h2'],
  ])
  // A cell is 100 pixels wide and high, and rows go up.
  expect(group.getAttribute('transform')).toBe('translate(0,200) scale(100,-100) translate(0,0.5)')
})

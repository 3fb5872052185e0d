import { stripVTControlCharacters } from 'node:util'
import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import { optimize } from 'svgo'
import { describe, expect, test } from 'vitest'
import { draw } from '../../src/report/draw.ts'
import { claimsPage } from '../../src/report/page/claims-page.ts'
import { terminalTable } from '../../src/report/terminal-table.ts'
import { forAny } from '../gradients/for-any.ts'
import { controlCharacters } from './fuzz/any-text.ts'
import { allMarkup, anyMarkup } from './report-escaping/any-markup.ts'
import { seen, structureOf, times } from './report-escaping/rendered.ts'
import { reportOf } from './report-escaping/report-of.ts'

const { svg } = draw({ name: 'one', caption: 'One.' })
const pageOf = (text: string) => parseHTML(claimsPage(reportOf(text), () => svg)).document
const tableOf = (text: string) => terminalTable(reportOf(text), { engine: 'wasm', passedOver: [] })

const plain = 'Plain words'
const plainPage = pageOf(plain)
const places = times(plain, plainPage.body.textContent)

describe('a claim made of markup', () => {
  test('stands in many places of the page', () => {
    expect(places).toBeGreaterThan(24)
  })

  forAny(
    'adds no element and no attribute to the page, and stays text in every place',
    anyMarkup,
    (drawn) => {
      const document = pageOf(drawn)
      expect(structureOf(document)).toEqual(structureOf(plainPage))
      expect(times(drawn, document.body.textContent)).toBeGreaterThanOrEqual(places)
    },
    { cost: 2, examples: [allMarkup] },
  )

  forAny(
    'is one line of the table on the terminal, and moves no cursor',
    anyMarkup,
    (drawn) => {
      const table = tableOf(drawn)
      const lines = stripVTControlCharacters(table).split('\n')
      expect(table).not.toContain('\u001b[2J')
      expect(lines).toHaveLength(tableOf(plain).split('\n').length)
      for (const line of lines) expect(line).not.toMatch(controlCharacters)
    },
    { examples: [allMarkup] },
  )

  forAny(
    'stays text in a drawing, which remains XML',
    anyMarkup,
    (drawn) => {
      const marks = [Plot.text([[1, 1]], { text: [drawn] }), Plot.dot([[1, 2]], { title: [drawn] })]
      const drawing = draw({ name: 'one', caption: drawn, x: { label: drawn }, marks }).svg
      // svgo throws at most of what is no XML, but for a < in an attribute and a control character.
      expect(drawing).not.toMatch(/="[^"]*</)
      expect(drawing.replace(/[\t\n\r]/g, '')).not.toMatch(/\p{Cc}/u)
      expect(optimize(drawing, { plugins: [] }).data).not.toBe('')
      const { document } = parseHTML(drawing)
      expect(document.querySelectorAll('script, img, b, foreignObject')).toHaveLength(0)
      expect(seen(document.querySelector('svg')!.getAttribute('aria-label'))).toBe(seen(drawn))
      expect(times(drawn, document.documentElement.textContent)).toBeGreaterThanOrEqual(3)
    },
    { examples: [allMarkup] },
  )
})

import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import * as Plot from '@observablehq/plot'
import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { optimize } from 'svgo'
import { describe, expect, test, vi } from 'vitest'
import { claimsJson } from '../../src/report/claims-json.ts'
import { claimsMarkdown } from '../../src/report/claims-markdown.ts'
import { draw } from '../../src/report/draw.ts'
import { addToJobSummary } from '../../src/report/job-summary.ts'
import { claimsPage } from '../../src/report/page/claims-page.ts'
import { terminalTable } from '../../src/report/terminal-table.ts'
import { forAny } from '../gradients/for-any.ts'
import { controlCharacters, markup, textOfAnyKind } from './fuzz/any-text.ts'
import { reported, run } from './report/small-report.ts'
import { temporaryFolder } from './run-store/temporary-folder.ts'

/** A report in which every text that somebody wrote is the given one. */
function reportOf(text: string) {
  const frontMatter = {
    ...{ part: text, statement: text, source: text, explanation: text },
    reported: { text, value: 1 },
  }
  const evidence = [{ metric: text, value: 1, low: 0, high: 2, unit: text, n: 3, diverged: 0 }]
  const judgement = { test: text, finding: text, evidence }
  const record = { twin: { changed: text, verdict: 'reproduced' as const }, figures: ['one.svg'] }
  const claim = { ...reported({ frontMatter, judgement, record }), captions: [text], file: text, passed: false }
  const backend = { ...run.backend, device: text, package: text, version: text }
  return claimsJson({ ...run, seed: text, commit: text, notLoaded: [text], backend }, [claim])
}

/** What a person sees: white space aside, and without what no screen shows. */
const seen = (text: string | null) => (text ?? '').replace(/[\s\p{Cc}\u2028\u2029]+/gu, '')

/** How often a text is seen in another one. */
const times = (text: string, within: string | null) => seen(within).split(seen(text)).length - 1

type HtmlDocument = ReturnType<typeof parseHTML>['document']

/** The elements and attributes of a page, by their names alone: what no text may add to. */
function structureOf(document: HtmlDocument): string[] {
  return [...document.querySelectorAll('*')].map((element) => {
    const names = [...element.attributes].map(({ name }) => name).sort()
    return [element.tagName.toLowerCase(), ...names].join(' ')
  })
}

const { svg } = draw({ name: 'one', caption: 'One.' })
const pageOf = (text: string) => parseHTML(claimsPage(reportOf(text), () => svg)).document
const markdownOf = (text: string) => {
  const html = micromark(claimsMarkdown(reportOf(text)), {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  })
  return parseHTML(`<!doctype html><html><body>${html}</body></html>`).document
}

const plain = 'Plain words'
const places = {
  page: times(plain, pageOf(plain).body.textContent),
  markdown: times(plain, markdownOf(plain).body.textContent),
}

/** Beside each other, so that what one piece opens another may close. */
const all = markup.join(' ')

// GitHub and micromark make links of bare addresses, which is harmless, so none is drawn here.
const text = fc
  .oneof(textOfAnyKind, fc.constantFrom(...markup))
  .map((drawn) => drawn.replace(/[@:]|www/g, ''))
  .filter((drawn) => seen(drawn).length > 2)

describe('a claim made of markup', () => {
  test('stands in many places of the page and of the Markdown', () => {
    expect(places.page).toBeGreaterThan(12)
    expect(places.markdown).toBeGreaterThan(12)
  })

  forAny(
    'adds no element and no attribute to the page, and stays text in every place',
    text,
    (drawn) => {
      const document = pageOf(drawn)
      expect(structureOf(document)).toEqual(structureOf(pageOf(plain)))
      expect(times(drawn, document.body.textContent)).toBeGreaterThanOrEqual(places.page)
    },
    { cost: 2, examples: [all] },
  )

  forAny(
    'adds no element and no attribute to the Markdown as it is shown, and stays text in every place',
    text,
    (drawn) => {
      const document = markdownOf(drawn)
      expect(structureOf(document)).toEqual(structureOf(markdownOf(plain)))
      expect(times(drawn, document.body.textContent)).toBeGreaterThanOrEqual(places.markdown)
    },
    { cost: 2, examples: [all] },
  )

  forAny(
    'is one line of the table on the terminal, and moves no cursor',
    text,
    (drawn) => {
      const table = terminalTable(reportOf(drawn), { engine: 'wasm', passedOver: [] })
      const lines = stripVTControlCharacters(table).split('\n')
      expect(table).not.toContain('\u001b[2J')
      expect(lines).toHaveLength(7)
      for (const line of lines) expect(line).not.toMatch(controlCharacters)
    },
    { examples: [all] },
  )

  forAny(
    'stays text in a drawing, which remains XML',
    text,
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
    { examples: [all] },
  )

  test('is as harmless in the job summary, after whatever stood there', () => {
    const path = join(temporaryFolder(), 'summary.md')
    vi.stubEnv('GITHUB_STEP_SUMMARY', path)
    appendFileSync(path, 'From another step.\n\n')
    addToJobSummary(claimsMarkdown(reportOf(all)))
    vi.unstubAllEnvs()
    expect(readFileSync(path, 'utf8')).toBe(`From another step.\n\n${claimsMarkdown(reportOf(all))}`)
  })
})

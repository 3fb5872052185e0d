import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { claimsMarkdown, type FiguresInText } from '../../src/report/claims-markdown.ts'
import { addToJobSummary } from '../../src/report/job-summary.ts'
import { forAny } from '../gradients/for-any.ts'
import { allMarkup, anyMarkup } from './report-escaping/any-markup.ts'
import { structureOf, times } from './report-escaping/rendered.ts'
import { reportOf } from './report-escaping/report-of.ts'
import { temporaryFolder } from './run-store/temporary-folder.ts'

const rendered = (text: string, figures: FiguresInText) => {
  const html = micromark(claimsMarkdown(reportOf(text), figures), {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  })
  return parseHTML(`<!doctype html><html><head></head><body>${html}</body></html>`).document
}

const plain = 'Plain words'

describe.each(['images', 'captions'] as const)('a claim made of markup, with %s', (figures) => {
  const asPlain = rendered(plain, figures)
  const places = times(plain, asPlain.body.textContent)

  test('stands in many places of the Markdown', () => {
    expect(places).toBeGreaterThan(24)
  })

  forAny(
    'adds no element and no attribute to the Markdown as it is shown, and stays text in every place',
    anyMarkup,
    (drawn) => {
      const document = rendered(drawn, figures)
      expect(structureOf(document)).toEqual(structureOf(asPlain))
      expect(times(drawn, document.body.textContent)).toBeGreaterThanOrEqual(places)
    },
    // Markup at the beginning of a line, whatever ends the one before.
    { cost: 2, examples: [allMarkup, ...['\n', '\r', '\r\n', '\u2028'].map((end) => `words${end}<b>bold</b>`)] },
  )
})

test('the job summary is as harmless, after whatever stood there', () => {
  const path = join(temporaryFolder(), 'summary.md')
  vi.stubEnv('GITHUB_STEP_SUMMARY', path)
  onTestFinished(() => void vi.unstubAllEnvs())
  appendFileSync(path, 'From another step.\n\n')
  const markdown = claimsMarkdown(reportOf(allMarkup), 'captions')
  addToJobSummary(markdown)
  expect(readFileSync(path, 'utf8')).toBe(`From another step.\n\n${markdown}`)
})

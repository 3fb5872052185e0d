import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { claimsJson, type ReportedClaim } from '../../src/report/claims-json.ts'
import { draw } from '../../src/report/draw.ts'
import { claimsPage } from '../../src/report/page/claims-page.ts'
import { reported, run, theorem } from './report/small-report.ts'

const { svg } = draw({ name: 'boundaries', caption: 'What boundaries.svg shows.' })

function pageOf(...claims: ReportedClaim[]) {
  const text = claimsPage(claimsJson(run, claims), () => svg)
  return { text, document: parseHTML(text).document }
}

const textOf = (element: { textContent: string | null } | null) => element?.textContent?.replace(/\s+/g, ' ').trim()

describe('the page of a report', () => {
  const { text, document } = pageOf(reported(), theorem('reproduced', 1000))

  test('says what was run, and what came out', () => {
    expect(textOf(document.querySelector('.summary'))).toMatch(/^2 claims at quick scale, seed homework-2: /)
    expect(textOf(document.querySelector('footer'))).toContain('wasm (CPU, one thread, SIMD)')
    expect(textOf(document.querySelector('footer'))).toContain('not from a git checkout')
  })

  test('has a row a claim, which leads to all that is known of it', () => {
    const [row, second] = [...document.querySelectorAll('.claims tbody tr')]
    expect([...row!.querySelectorAll('td')].map(textOf)).toEqual([
      'Hinge loss is better',
      '0.505',
      'hinge minus perceptron -0.1 [-0.2, -0.05] -0.2-0.05',
      '○ refuted',
    ])
    expect(textOf(second!)).toContain('1000 cases hold')
    const href = row!.querySelector('a')!.getAttribute('href')!
    const section = document.getElementById(href.slice(1))!
    for (const known of ['t-test.', 'with epochs: 10000 it is reproduced.', 'Problem 1, question 3.', 'hinge angle']) {
      expect(textOf(section)).toContain(known)
    }
  })

  test('groups the claims by problem, and names only those that were run', () => {
    expect([...document.querySelectorAll('section.problem h2')].map(textOf)).toEqual([
      'Problem 1: perceptron and hinge loss',
    ])
  })

  test('has the figures inside, by a name of their own, each with its caption', () => {
    const figure = document.querySelector('figure')!
    expect(figure.id).toBe('P1.3-as-assigned-far-points-boundaries')
    expect(figure.querySelector('svg')!.getAttribute('aria-label')).toBe('What boundaries.svg shows.')
    expect(textOf(figure.querySelector('figcaption'))).toBe('What boundaries.svg shows.')
  })

  test('needs nothing from outside', () => {
    const outside = [...document.querySelectorAll('[src], link[href], image, use')]
    expect(outside.map(({ outerHTML }) => outerHTML)).toEqual([])
    expect(text).not.toMatch(/@import|url\(/)
  })

  test('has each name once', () => {
    const names = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    expect(names).toEqual([...new Set(names)])
  })

  test('leaves markup in a claim as text', () => {
    expect(text).not.toContain('<b>undertrained</b>')
    expect(textOf(document.getElementById('P1.3-as-assigned-far-points'))).toContain('It is <b>undertrained</b> |')
  })
})

describe('red claims', () => {
  test('come first, and the title counts them', () => {
    const flipped = {
      ...reported({ frontMatter: { pinned: { quick: 'reproduced', full: 'refuted' } } }),
      passed: false,
    }
    const { document } = pageOf(flipped, theorem('reproduced', 1000))
    expect(textOf(document.querySelector('title'))).toBe('1 red: Claims of the homework')
    expect(textOf(document.querySelector('.alarm'))).toContain('It is refuted, pinned as reproduced.')
    expect(textOf(document.querySelector('tbody tr .red'))).toBe('✗ red: pinned reproduced')
  })

  test('are told from those whose twin or metrics are at fault', () => {
    const { document } = pageOf({ ...reported(), passed: false })
    expect(textOf(document.querySelector('.alarm'))).toContain('its twin or a metric is at fault')
    expect(textOf(document.querySelector('tbody tr .red'))).toBe('✗ red: not safe, twin or metric')
  })

  test('say what failed, and faults of the run stand beside them', () => {
    const failed = claimsJson(run, [{ ...reported(), passed: false, failures: ['angle: obtained <5>'] }])
    const report = { ...failed, faults: ['The error budget is overspent.'] }
    const alarm = textOf(parseHTML(claimsPage(report, () => svg)).document.querySelector('.alarm'))
    expect(alarm).toMatch(/^One claim is red .*at fault\.\s*angle: obtained <5>\s*The error budget is overspent\.$/)
    const sound = { ...claimsJson(run, [reported()]), faults: ['Wrong.'] }
    expect(textOf(parseHTML(claimsPage(sound, () => svg)).document.querySelector('.alarm'))).toBe(
      'The run is red Wrong.',
    )
  })

  test('are not spoken of when there are none', () => {
    expect(pageOf(reported()).document.querySelector('.alarm, .red')).toBeNull()
  })
})

test('what the filters ask of a claim stands on its row and on its section', () => {
  const { document } = pageOf(reported(), { ...theorem('reproduced', 3), passed: false })
  for (const kind of ['tr[data-claim]', 'article[data-claim]']) {
    const asked = [...document.querySelectorAll(kind)].map((element) =>
      ['problem', 'reading', 'verdict', 'red'].map((name) => element.getAttribute(`data-${name}`)),
    )
    expect(asked).toEqual([
      ['P1', 'as-assigned', 'refuted', 'false'],
      ['P1', 'as-assigned', 'reproduced', 'true'],
    ])
  }
})

test('a report without claims is a page all the same', () => {
  expect(textOf(pageOf().document.querySelector('.summary'))).toMatch(/^0 claims/)
})

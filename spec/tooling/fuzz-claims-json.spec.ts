import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HomeworkError } from '../../src/homework-error.ts'
import { claimsJson } from '../../src/report/claims-json.ts'
import { compareReports } from '../../src/report/compare/compare-reports.ts'
import type { ComparedReport } from '../../src/report/compare/compared-report.ts'
import { comparisonInMarkdown, comparisonOnTerminal } from '../../src/report/compare/comparison-in-words.ts'
import { parseReport } from '../../src/report/compare/read-report.ts'
import { forAny } from '../gradients/for-any.ts'
import { controlCharacters, markup, mutationsOf, textOfAnyKind } from './fuzz/any-text.ts'
import { attempt } from './fuzz/attempt.ts'
import { reported, run, theorem } from './report/small-report.ts'

const sound = JSON.stringify(claimsJson(run, [reported(), theorem('reproduced', 10)]))

/** The same report with one of its values replaced, however deep it lies. */
const replaced = fc.tuple(fc.nat(), fc.jsonValue({ maxDepth: 2 })).map(([place, value]) => {
  const count = countValues(sound)
  let index = 0
  return JSON.stringify(JSON.parse(sound, (_, old) => (index++ === place % count ? value : old)))
})

function countValues(text: string): number {
  let count = 0
  JSON.parse(text, (_, value) => {
    count++
    return value
  })
  return count
}

describe('a claims.json that holds anything', () => {
  const pieces = [...markup, '1e999', '-1e999', 'null', '[]', '{}', ',', ':', '"claims":', '"__proto__":']
  forAny(
    'is read, or refused by a HomeworkError of bounded length that names the file and moves no cursor',
    fc.oneof(replaced, mutationsOf(sound, pieces), textOfAnyKind, fc.json()),
    (text) => {
      const read = attempt(() => parseReport('some/claims.json', text))
      if (!(read instanceof Error)) return
      expect(read).toBeInstanceOf(HomeworkError)
      expect(read.message).toMatch(/^some\/claims\.json is not .* Give the .*claims\.json/)
      expect(read.message).not.toMatch(controlCharacters)
      expect(read.message.length).toBeLessThan(2000)
    },
    { cost: 0.2, examples: ['\u001b[2J', '{"schema":"\u0085\u2028"}'] },
  )

  test.each([
    ['arrays within arrays', '['.repeat(1e6)],
    ['closed arrays within arrays', `${'['.repeat(1e5)}${']'.repeat(1e5)}`],
    ['objects within objects', `${'{"claims":'.repeat(1e5)}1${'}'.repeat(1e5)}`],
    ['100,000 claims that are none', `{"schema":1,"claims":[${'0,'.repeat(1e5)}0]}`],
    ['a verdict of a million letters', sound.replace('refuted', 'x'.repeat(1e6))],
  ])('is refused in few words if it is %s', { timeout: 20_000 }, (_, text) => {
    const read = attempt(() => parseReport('some/claims.json', text))
    expect(read).toBeInstanceOf(HomeworkError)
    expect((read as Error).message.length).toBeLessThan(2000)
  })
})

const word = textOfAnyKind.filter((text) => text !== '')
const number = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }))
const claim = fc.record({
  id: word,
  reading: fc.constantFrom('as-submitted', 'as-assigned'),
  part: fc.oneof(fc.constantFrom('first', 'second'), word),
  kind: fc.constantFrom('exact', 'value', 'ordering', 'rate', 'theorem'),
  statement: textOfAnyKind,
  file: word,
  verdict: fc.constantFrom('reproduced', 'refuted', 'inconclusive', 'not-run'),
  pinned: fc.constantFrom('reproduced', 'refuted', 'inconclusive'),
  passed: fc.boolean(),
  evidence: fc.uniqueArray(
    fc.record({
      metric: fc.oneof(fc.constant('accuracy'), word),
      value: number,
      low: number,
      high: number,
      unit: word,
    }),
    { selector: ({ metric }) => metric, maxLength: 3 },
  ),
})
const report = fc.record({
  schema: fc.constant(1),
  scale: fc.constant('quick'),
  seed: word,
  partial: fc.boolean(),
  commit: fc.option(textOfAnyKind),
  backend: fc.record({ name: word }),
  claims: fc.uniqueArray(claim, { selector: ({ id, reading, part }) => `${id} (${reading}, ${part})`, maxLength: 3 }),
})

describe('two reports of any claims', () => {
  const read = (one: object) => parseReport('any', JSON.stringify(one)) as ComparedReport
  forAny(
    'are compared in a table of whole rows, and in lines that move no cursor',
    fc.tuple(report, report, fc.boolean()),
    ([first, other, alike]) => {
      const before = { name: 'old', report: read(first) }
      const after = { name: 'new', report: read(alike ? { ...first, claims: [...first.claims].reverse() } : other) }
      const comparison = compareReports(before.report, after.report)
      if (alike) expect(comparison.changes).toEqual([])
      for (const line of comparisonInMarkdown(comparison, before, after).split('\n')) {
        expect(line).not.toMatch(controlCharacters)
        if (line.startsWith('|')) expect(line.replace(/\\./g, '').split('|')).toHaveLength(6)
        expect(line.replace(/\\./g, '')).not.toMatch(/<|&|\[|`/)
      }
      const terminal = comparisonOnTerminal(comparison, before, after)
      // The colours are the command's own; whatever else is a control character came from a report.
      expect(stripVTControlCharacters(terminal).replaceAll('\n', '')).not.toMatch(controlCharacters)
      expect(terminal).not.toContain('\u001b[2J')
    },
    { cost: 0.5 },
  )
})

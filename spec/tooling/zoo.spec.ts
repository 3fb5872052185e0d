import { existsSync, readFileSync } from 'node:fs'
import { parseAst } from 'vite'
import { describe, expect, test } from 'vitest'
import { escapeText } from '../../src/report/markdown-text.ts'
import { headline } from '../../zoo/headline.ts'
import { withMistake } from '../../zoo/mistake.ts'
import { mistakes } from '../../zoo/mistakes.ts'

const urlOf = (path: string) => new URL(`../../${path}`, import.meta.url)

describe.each(mistakes)('the mistake “$name”', ({ name, edits, seenBy }) => {
  test('applies to the sources as they are, and leaves code', () => {
    const texts = new Map<string, string>()
    for (const edit of edits) {
      const text = texts.get(edit.file) ?? readFileSync(urlOf(`src/${edit.file}`), 'utf8')
      texts.set(edit.file, withMistake(text, edit, name))
    }
    for (const text of texts.values()) expect(() => parseAst(text, { lang: 'ts' })).not.toThrow()
  })

  test('names specs that exist', () => {
    expect(seenBy.length).toBeGreaterThan(0)
    expect(seenBy.filter((spec) => !existsSync(urlOf(`spec/${spec}.spec.ts`)))).toEqual([])
  })
})

test('the table in docs has each mistake with each spec that saw it, and none that saw none', () => {
  const table = readFileSync(urlOf('docs/gate/zoo.md'), 'utf8')
  const [, ...rows] = table.split(/^\| (?=\d)/m)
  const said = rows.map((row) => [row.split(' | ')[1], [...row.matchAll(/`([\w/-]+)`/g)].map((match) => match[1])])
  expect(said).toEqual(mistakes.map(({ name, seenBy }) => [escapeText(name), seenBy]))
  expect(table).not.toContain('**none**')
})

test('no two mistakes have one name', () => {
  expect(new Set(mistakes.map(({ name }) => name)).size).toBe(mistakes.length)
})

test('a mistake whose text is gone, or stands in two places, says so', () => {
  const edit = { file: 'x.ts', right: 'a < b', wrong: 'a <= b' }
  expect(() => withMistake('a > b', edit, 'off by one')).toThrow(
    "'off by one' replaces 'a < b', which stands in src/x.ts 0",
  )
  expect(() => withMistake('a < b, a < b', edit, 'off by one')).toThrow('2 times')
  expect(withMistake('if (a < b)', { ...edit, wrong: "'$&'" }, 'off by one')).toBe("if ('$&')")
})

test.each([
  ['AssertionError: expected 1 to be 2\n    at spec/x.spec.ts:1:1', 'expected 1 to be 2'],
  [
    'Error: Property failed after 5 tests\n{ seed: 1 }\nCounterexample: [4]\nShrunk 29 time(s)',
    'Property failed after 5 tests. Counterexample: [4]',
  ],
  ['', ''],
])('a red test says in a line what is wrong: %j', (message, line) => {
  expect(headline(message)).toBe(line)
})

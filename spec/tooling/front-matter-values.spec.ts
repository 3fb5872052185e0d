import { expect, test } from 'vitest'
import { checkFrontMatter, type FrontMatter } from '../../src/claims/front-matter.ts'
import { soundFrontMatter } from './claims/sound-front-matter.ts'

const sound: FrontMatter = { ...soundFrontMatter, pinned: { quick: 'refuted', full: 'reproduced' } }
const pins = (full: unknown) => ({ quick: 'refuted', full })
const modals = ['should', 'Shall', 'will', 'would', 'must', 'might', 'test that', 'tests that']

test.each<[key: keyof FrontMatter, sound: unknown[], wrong: unknown[]]>([
  ['id', ['P1.1', 'P4.9'], ['P0.1', 'P5.1', 'P1.0', 'P1.33', 'xP1.3', 'P1-3', 'p1.3', 1.3]],
  ['reading', ['as-submitted', 'as-assigned'], ['submitted', '', null]],
  [
    'part',
    ['acc', '1 of 3, late', 'a'.repeat(40)],
    ['ac', 'a'.repeat(41), ' accuracy', 'accuracy!', 'aCcuracy', '!accuracy', 3],
  ],
  ['kind', ['ordering'], ['opinion', '', null]],
  ['scope', ['these nets', 'the method'], ['nets', '']],
  ['statement', ['5 nets fit', 'Mustard stains', `H${'i'.repeat(99)}`], ['hinge Loss wins', `H${'i'.repeat(100)}`, '']],
  ['statement', ['The tests pass'], ['It is.', ...modals.map((modal) => `It ${modal} win`), null]],
  ['source', ['x', ' x '], ['', ' ', null]],
  ['reported', [null, { text: '-0', value: -0 }], ['0.5', undefined, 0.5, { text: '', value: 0.5 }]],
  ['reported', [], [{ text: '1', value: Number.NaN }, { text: '1', value: '1' }, { text: 1, value: 1 }, { value: 1 }]],
  ['pinned', [pins('refuted'), pins('reproduced'), pins({ inconclusive: 'few' })], [null, 'refuted', undefined]],
  ['pinned', [], [pins('inconclusive'), pins('not-run'), pins({ inconclusive: 'a b' }), pins(null), pins({})]],
  [
    'pinned',
    [],
    [{ quick: 'refuted' }, { ...pins('refuted'), huge: 'refuted' }, { quick: 'refuted', huge: 'refuted' }],
  ],
  ['explanation', ['abc', ' abc '], ['a b', '', null]],
])('the %s of a claim may be any of %j, and none of %j', (key, taken, refused) => {
  for (const value of taken) expect(() => checkFrontMatter({ ...sound, [key]: value })).not.toThrow()
  for (const value of refused) {
    expect(() => checkFrontMatter({ ...sound, [key]: value }), JSON.stringify(value)).toThrow(
      new RegExp(`^The claim .* is not well formed: '${key}' must .+, but is .*\\.$`),
    )
  }
})

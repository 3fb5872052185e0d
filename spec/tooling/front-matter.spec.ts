import { describe, expect, test } from 'vitest'
import { checkFrontMatter, type FrontMatter } from '../../src/claims/front-matter.ts'
import { configureTwin } from '../../src/claims/twin.ts'
import { soundFrontMatter } from './claims/sound-front-matter.ts'

const sound: FrontMatter = { ...soundFrontMatter, reported: { text: '0.505', value: 0.505 } }

describe('front matter', () => {
  test('is taken as it is when every key is there and well formed', () => {
    expect(checkFrontMatter({ ...sound })).toEqual(sound)
  })

  test.each(Object.keys(sound))('without the key %s is refused by its name', (key) => {
    const { [key as keyof FrontMatter]: _, ...rest } = sound
    expect(() => checkFrontMatter(rest)).toThrow(new RegExp(`'${key}' is missing(?!.*'${key}' must)`))
  })

  test('with an unknown key is refused by its name', () => {
    expect(() => checkFrontMatter({ ...sound, verdict: 'refuted' })).toThrow("'verdict' is unknown")
  })

  test('names every fault at once, and the claim', () => {
    const faulty = { ...sound, id: 'Q9', kind: 'opinion', extra: 1 }
    expect(() => checkFrontMatter(faulty)).toThrow(/Q9 \(as-assigned, accuracy\).*'extra' is unknown.*'id'.*'kind'/)
  })

  test.each([
    ['id', 'P5.1', 'P1.3'],
    ['part', 'Accuracy!', 'lower-case'],
    ['statement', 'Hinge loss should be better', "without 'should'"],
    ['statement', 'Hinge loss is better.', 'full stop'],
    ['statement', `H${'i'.repeat(100)}`, 'at most 100 characters and has 101'],
    ['reported', { text: '0.5', value: Number.NaN }, '0.538'],
    ['pinned', { quick: 'refuted' }, 'scales quick and full'],
    ['pinned', { quick: 'refuted', full: 'inconclusive' }, 'the reason'],
    ['kind', 'opinion', 'exact, value, ordering, rate, theorem'],
  ])('refuses the %s %j and says what it must be', (key, value, words) => {
    expect(() => checkFrontMatter({ ...sound, [key]: value })).toThrow(words)
  })

  test('has a scope for an ordering, and for nothing else', () => {
    expect(() => checkFrontMatter({ ...sound, scope: null })).toThrow("'scope' of an ordering must be stated")
    for (const kind of ['exact', 'value', 'rate', 'theorem']) {
      expect(() => checkFrontMatter({ ...sound, kind, scope: null })).not.toThrow()
      expect(() => checkFrontMatter({ ...sound, kind })).toThrow("'scope' is for orderings: set it to null")
    }
  })
})

describe('a negative twin', () => {
  const configuration = { labels: 'plus-minus-one', epochs: 100 }

  test('changes one field and says which', () => {
    expect(configureTwin(configuration, { labels: 'zero-one' })).toEqual({
      configuration: { labels: 'zero-one', epochs: 100 },
      changed: 'labels: zero-one',
    })
  })

  test('says a net, or several, in words', () => {
    const net = { variant: 'dropout', repetition: 0 }
    expect(configureTwin({ arm: null as null | object }, { arm: net }).changed).toBe(
      'arm: variant dropout, repetition 0',
    )
    expect(configureTwin({ arms: [net] }, { arms: [net, net] }).changed).toBe(
      'arms: (variant dropout, repetition 0), (variant dropout, repetition 0)',
    )
    expect(configureTwin({ arm: net as null | object }, { arm: null }).changed).toBe('arm: null')
    expect(configureTwin({ layers: [[8, 8]] }, { layers: [[8], [4, 2]] }).changed).toBe('layers: 8, 4, 2')
  })

  test.each([
    ['nothing', {}, 'changes 0'],
    ['two fields', { labels: 'zero-one', epochs: 1 }, 'changes 2'],
    ['an unknown field', { label: 'zero-one' }, "'label' is none of them"],
    ['nothing in effect', { epochs: 100 }, 'has already: 100'],
  ])('that changes %s is refused', (_, twin, words) => {
    expect(() => configureTwin(configuration, twin as { epochs: number })).toThrow(words)
  })
})

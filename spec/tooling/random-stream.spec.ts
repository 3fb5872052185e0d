import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HomeworkError } from '../../src/homework-error.ts'
import { type NamePart, randomStream, type Stream } from '../../src/random/stream.ts'

const draws = (stream: Stream, count = 5) => Array.from({ length: count }, () => stream.uniform())

describe('a random stream depends on its name alone', () => {
  test('the same name gives the same numbers', () => {
    expect(draws(randomStream('seed', 'data', 3))).toEqual(draws(randomStream('seed', 'data', 3)))
  })

  test('a number in a name is its decimal string', () => {
    expect(draws(randomStream('seed', 'run', 12))).toEqual(draws(randomStream('seed', 'run', '12')))
  })

  test('names that look alike give other numbers', () => {
    const names: [seed: string, ...path: NamePart[]][] = [
      ['seed', 'a', 'b'],
      ['seed', 'b', 'a'],
      ['seed', 'a/b'],
      ['seed', 'ab'],
      ['seed', 'a,b'],
      ['seed', 'a","b'],
      ['seed', 'a', 'b '],
      ['seed', 'a', 'b', 0],
      ['seed', 'a', 'b', 1],
      ['seed', 'A', 'b'],
      ['Seed', 'a', 'b'],
      ['seeda', 'b'],
      ['a', 'seed', 'b'],
      ['seed', '\ud800'],
      ['seed', '\ud801'],
    ]
    expect(new Set(names.map((name) => randomStream(...name).uniform())).size).toBe(names.length)
  })

  test('joining two parts of a name gives other numbers, whatever joins them', () => {
    // Two unrelated streams agree in their first double with probability 2⁻⁵³.
    const text = fc.string({ unit: fc.constantFrom('a', '0', ',', '"', '\\', '/', '\0', ']'), maxLength: 4 })
    const parts = fc.tuple(text, text, text).map((each) => each.map((part) => `x${part}`) as [string, string, string])
    fc.assert(
      fc.property(parts, text, ([seed, one, other], joiner) => {
        const first = randomStream(seed, one, other).uniform()
        expect(randomStream(seed, one + joiner + other).uniform()).not.toBe(first)
        expect(randomStream(seed + joiner + one, other).uniform()).not.toBe(first)
      }),
      { seed: 1, numRuns: 500 },
    )
  })

  test('the order in which streams are made and drawn from makes no difference', () => {
    const alone = draws(randomStream('seed', 'a'), 6)
    const b = randomStream('seed', 'b')
    const a = randomStream('seed', 'a')
    const interleaved = alone.map(() => [a.uniform(), b.normal(), randomStream('seed', 'c').uniform()][0])
    expect(interleaved).toEqual(alone)
  })

  test('a child is the stream of the longer name, whatever its parent has drawn', () => {
    const parent = randomStream('seed', 'data')
    parent.normal()
    expect(draws(parent.stream('noise', 3))).toEqual(draws(randomStream('seed', 'data', 'noise', 3)))
    expect(draws(parent.stream('noise').stream(3))).toEqual(draws(randomStream('seed', 'data', 'noise', 3)))
  })
})

describe('a stream without a full name is refused', () => {
  test('an empty master seed is a mistake at the keyboard, with its remedy', () => {
    expect(() => randomStream('', 'data')).toThrow(HomeworkError)
    expect(() => randomStream('', 'data')).toThrow(/^The master seed is an empty string: set HOMEWORK_SEED /)
  })

  test.each([
    [[], '[]'],
    [['a', ''], '["a", ""]'],
    [['a', Number.NaN], '["a", NaN]'],
    [[Number.POSITIVE_INFINITY], '[Infinity]'],
  ])('the path %j is refused', (path, named) => {
    for (const make of [() => randomStream('seed', ...path), () => randomStream('seed', 'a').stream(...path)]) {
      expect(make).toThrow(RangeError)
      expect(make).toThrow(`but its path is ${named}: name what its numbers are for`)
    }
  })
})

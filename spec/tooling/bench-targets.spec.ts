import { describe, expect, test } from 'vitest'
import type { Timing } from '../../bench/race/race.ts'
import { targetInWords, workAsMarkdown } from '../../bench/race/table.ts'
import { targets } from '../../bench/race/targets.ts'
import { works } from '../../bench/race/works.ts'
import { ratioOf } from '../../bench/ratio.ts'

const timing = (contender: string, ...seconds: number[]): Timing => ({ contender, about: '', seconds, peakBytes: null })
const target = { work: 'lenet', contender: 'wasm', against: 'Keras', atMost: 2 }

describe('the targets of the bench', () => {
  test('are each for a work that there is', () => {
    expect(works.map(({ key }) => key)).toEqual(expect.arrayContaining(targets.map(({ work }) => work)))
  })

  test.each([
    ['Reached: 1.5 (1.4 to 1.6)', [1.5, 1.4, 1.6]],
    ['Missed: 2.5 (2.4 to 2.6)', [2.5, 2.4, 2.6]],
    ['Undecided: 2 (1.5 to 2.5)', [2, 1.5, 2.5]],
  ])('%s', (words, seconds) => {
    expect(targetInWords(target, [timing('wasm', ...seconds), timing('Keras', 1, 1, 1)])).toContain(words)
  })

  test('are not measured without the one to compare with, nor where it did not finish', () => {
    expect(targetInWords(target, [timing('wasm', 1)])).toContain('Not measured.')
    expect(targetInWords(target, [timing('wasm', 1), timing('Keras')])).toContain('Not measured.')
  })
})

describe('a ratio of timings', () => {
  test('is taken round by round, so that a slow round of both does not count', () => {
    expect(ratioOf([1, 10, 1], [2, 20, 2])).toEqual({ median: 0.5, low: 0.5, high: 0.5 })
  })

  test('is none if one of the two did not finish', () => {
    expect(ratioOf([], [1])).toBeNull()
    expect(ratioOf([1], [])).toBeNull()
  })
})

test('a work is a table with a row for each contender, and says why one did not finish', () => {
  const stopped: Timing = { contender: 'Keras', about: 'Error: Keras ended', seconds: [], peakBytes: null }
  const whole = { ...timing('wasm', 0.001, 0.002, 0.003), peakBytes: 2 ** 21 }
  const lines = workAsMarkdown(works[0]!, [whole, stopped], [target]).split('\n')
  expect(lines).toContain('| wasm | 2 | 1 to 3 | 1 (1 to 1) | 2 MiB |')
  expect(lines).toContain('| Keras | did not finish: Error: Keras ended | | | |')
  expect(lines.at(-1)).toBe('- Target: wasm takes at most 2 times as long as Keras. Not measured.')
})

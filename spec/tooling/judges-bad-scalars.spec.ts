import { expect, test } from 'vitest'
import { checkCount, checkScalars } from '../../src/claims/judges/check-scalars.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { judgePairedOutcomes } from '../../src/claims/judges/paired-outcomes.ts'
import { judgeRate } from '../../src/claims/judges/rate.ts'
import { judgeValue } from '../../src/claims/judges/value.ts'

const values = Array.from({ length: 200 }, (_, index) => 5 + Math.sin(index))
const ordering = { metric: 'x', values, claimed: { above: 0 }, smallestEffect: 0.5 }
const value = { metric: 'x', values, reported: 5, resolution: 100 }
const rate = { metric: 'x', successes: 90, trials: 100, claimed: { above: 0.5 } }
const paired = {
  metric: 'x',
  more: [true, true],
  fewer: [true, false],
  arms: ['BatchNorm', 'Dropout'] as const,
  items: 'images',
  outcome: 'right',
  smallestEffect: 0.1,
}

test.each([
  ['an ordering', () => judgeOrdering({ ...ordering, smallestEffect: Number.POSITIVE_INFINITY }), 'smallestEffect'],
  ['an ordering', () => judgeOrdering({ ...ordering, smallestEffect: 0 }), 'smallestEffect'],
  [
    'an ordering',
    () => judgeOrdering({ ...ordering, claimed: { below: Number.NaN } }),
    'bound must be finite, but is NaN',
  ],
  ['an ordering', () => judgeOrdering({ ...ordering, alpha: 0.5 }), 'alpha'],
  ['an ordering', () => judgeOrdering({ ...ordering, alpha: 0 }), 'alpha'],
  ['a value', () => judgeValue({ ...value, reported: Number.NaN }), 'reported must be finite, but is NaN'],
  ['a value', () => judgeValue({ ...value, resolution: 0 }), 'resolution'],
  ['a value', () => judgeValue({ ...value, extraVariance: -1 }), 'extraVariance'],
  ['a rate', () => judgeRate({ ...rate, diverged: -400 }), 'diverged is counted, but is -400'],
  ['a rate', () => judgeRate({ ...rate, diverged: 0.5 }), 'but is 0.5'],
  ['a rate', () => judgeRate({ ...rate, claimed: { above: 1 } }), 'not with 1'],
  ['a rate', () => judgeRate({ ...rate, claimed: { below: 0 } }), 'not with 0'],
  ['a rate', () => judgeRate({ ...rate, claimed: { above: Number.NaN } }), 'bound must be finite'],
  [
    'paired outcomes',
    () => judgePairedOutcomes({ ...paired, smallestEffect: Number.NaN }),
    'smallestEffect must be finite',
  ],
])('%s with a scalar that means nothing is refused: %#', (_, judge, words) => {
  expect(judge).toThrow(RangeError)
  expect(judge).toThrow(words)
})

test('the ends of what is allowed are taken', () => {
  const least = Number.MIN_VALUE
  const scalars = { alpha: least, smallestEffect: least, resolution: least, extraVariance: 0, bound: -1e9, any: 1e9 }
  expect(() => checkScalars(scalars)).not.toThrow()
  expect(() => checkCount({ diverged: 0, successes: 3 })).not.toThrow()
})

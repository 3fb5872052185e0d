import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeExact, judgeFact } from '../../src/claims/judges/exact.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { judgeTheorem } from '../../src/claims/judges/theorem.ts'
import { judgeValue } from '../../src/claims/judges/value.ts'

const infinities = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]

describe('an exact replay', () => {
  test('is held to the printed digits, no more and no fewer', () => {
    expect(judgeExact({ metric: 'accuracy', value: 0.5384, printed: '0.538' }).verdict).toBe('reproduced')
    expect(judgeExact({ metric: 'accuracy', value: 0.5386, printed: '0.538' }).verdict).toBe('refuted')
    expect(judgeExact({ metric: 'accuracy', value: 1, printed: '1.0' }).verdict).toBe('reproduced')
    expect(judgeExact({ metric: 'accuracy', value: -12.34, printed: '-12.3' }).verdict).toBe('reproduced')
  })

  test.each([
    [1.4, '1'],
    [12, '12'],
    [-0.4, '0'],
    [-0.04, '0.0'],
    [-0.004, '0.00'],
    [-0.04, '-0.04'],
    [-10, '-10'],
    [-0.5, '-0.5'],
  ])('%d is printed as %s', (value, printed) => {
    expect(judgeExact({ metric: 'accuracy', value, printed })).toMatchObject({
      verdict: 'reproduced',
      test: `equality of the ${printed.split('.')[1]?.length ?? 0} printed decimals`,
      finding: `The replay gives ${printed}; printed was ${printed}.`,
    })
  })

  test.each(['53.8 %', '$1', '1.', '.5', '1.5.2', '--1', '+1', '1e5', ''])("'%s' is no printed number", (printed) => {
    expect(() => judgeExact({ metric: 'accuracy', value: 1, printed })).toThrow(`these are '${printed}'`)
  })
})

describe('a theorem', () => {
  const theorem = { statement: 'for any integer', arbitrary: fc.nat(), cases: 100, seed: 1 }

  test('is refuted by the smallest counterexample, which the finding shows with the way to replay it', () => {
    const judgement = judgeTheorem({ ...theorem, holds: (value) => value < 1000 })
    expect(judgement.verdict).toBe('refuted')
    expect(judgement.finding).toMatch(/shrunk: 1000 \(seed 1, path [\d:]+\)/)
  })

  test('is reproduced when all its cases hold, and not when they cannot be judged', () => {
    expect(judgeTheorem({ ...theorem, holds: () => true }).verdict).toBe('reproduced')
    const unjudged = judgeTheorem({
      ...theorem,
      holds: () => {
        fc.pre(false)
        return true
      },
    })
    expect(unjudged.verdict).toBe('inconclusive')
  })

  test('is not decided by a case that fails once and holds when it is judged again', () => {
    let judged = 0
    const judgement = judgeTheorem({ ...theorem, holds: () => ++judged !== 3 })
    expect(judgement.verdict).toBe('inconclusive')
    expect(judgement.finding).toBe('Case 3 fails, and holds when it is judged again.')
    expect(judgement.evidence[0]!.value).toBe(2)
  })

  test('does not take an error in the predicate for a counterexample', () => {
    const holds = () => {
      throw new TypeError('a defect')
    }
    expect(() => judgeTheorem({ ...theorem, holds })).toThrow('a defect')
  })
})

test.each(infinities)('%d among the evidence never decides', (value) => {
  const values = [...Array.from({ length: 200 }, (_, index) => 5 + Math.sin(index)), value]
  expect(judgeOrdering({ metric: 'difference', values, claimed: { above: 0 }, smallestEffect: 0.5 }).verdict).toBe(
    'inconclusive',
  )
  expect(judgeValue({ metric: 'value', values, reported: 5, resolution: 100 }).verdict).toBe('inconclusive')
  expect(judgeExact({ metric: 'value', value, printed: '0.5' }).verdict).toBe('inconclusive')
  expect(judgeFact({ metric: 'value', value, holds: true, comparison: 'any', finding: 'any' }).verdict).toBe(
    'inconclusive',
  )
  expect(
    judgeOrdering({ metric: 'difference', values, claimed: { above: 0 }, smallestEffect: 0.5 }).evidence[0],
  ).toMatchObject({ value: null, low: null, diverged: 1 })
})

import { describe, expect, test } from 'vitest'
import { falseDecision } from '../../src/claims/error-budget.ts'
import { exactEvidence, isTimed, meanEvidence, medianEvidence, shareEvidence } from '../../src/claims/evidence.ts'
import { provided } from '../../src/claims/judgement.ts'
import { clopperPearson } from '../../src/statistics/clopper-pearson.ts'
import { medianInterval } from '../../src/statistics/median-interval.ts'
import { sampleOf } from '../../src/statistics/sample.ts'
import { meanInterval } from '../../src/statistics/student-t.ts'

const unknown = { value: null, low: null, high: null }

describe('exact evidence', () => {
  test('is one value without an interval', () => {
    const exact = { metric: 'epochs', value: 3, low: null, high: null, n: 1, diverged: 0 }
    expect(exactEvidence('epochs', 3)).toEqual({ ...exact, unit: '1' })
    expect(exactEvidence('epochs', 3, 'epoch')).toEqual({ ...exact, unit: 'epoch' })
  })

  test('of a value that is not finite is unknown, and counted', () => {
    expect(exactEvidence('loss', Number.NaN)).toMatchObject({ ...unknown, n: 1, diverged: 1 })
  })
})

describe('the evidence of a mean', () => {
  const values = [1, 2, 3, 6]

  test('has its t-interval, by default at the error rate of a decision', () => {
    const mean = { metric: 'angle', value: 3, n: 4, diverged: 0 }
    const at = (alpha: number) => meanInterval(sampleOf(values), alpha)
    expect(meanEvidence('angle', values, 'degree', 0.025)).toEqual({ ...mean, unit: 'degree', ...at(0.025) })
    expect(meanEvidence('angle', values)).toEqual({ ...mean, unit: '1', ...at(falseDecision) })
  })

  test('is unknown if any value is not finite, and counts those', () => {
    const diverged = [...values, Number.NaN, Number.NEGATIVE_INFINITY]
    expect(meanEvidence('angle', diverged)).toEqual({ metric: 'angle', ...unknown, unit: '1', n: 6, diverged: 2 })
  })
})

describe('the evidence of a median', () => {
  const values = Array.from({ length: 40 }, (_, index) => (7 * index) % 40)

  test('has its interval whatever the distribution, by default at the error rate of a decision', () => {
    const median = { metric: 'seconds', value: 19.5, n: 40, diverged: 0 }
    expect(medianEvidence('seconds', values, 's', 0.025)).toEqual({
      ...median,
      unit: 's',
      ...medianInterval(values, 0.025),
    })
    expect(medianEvidence('seconds', values)).toEqual({
      ...median,
      unit: '1',
      ...medianInterval(values, falseDecision),
    })
  })

  test('is unknown if any value is not finite, and counts those', () => {
    const diverged = [...values, Number.NaN, Number.POSITIVE_INFINITY]
    expect(medianEvidence('seconds', diverged)).toEqual({
      metric: 'seconds',
      ...unknown,
      unit: '1',
      n: 42,
      diverged: 2,
    })
  })
})

test('the evidence of a share has its exact interval, by default at the error rate of a decision', () => {
  const share = { metric: 'dead', value: 0.3, unit: '1', n: 10, diverged: 0 }
  expect(shareEvidence('dead', 3, 10, 0.025)).toEqual({ ...share, ...clopperPearson(3, 10, 0.025) })
  expect(shareEvidence('dead', 3, 10)).toEqual({ ...share, ...clopperPearson(3, 10, falseDecision) })
})

test('seconds and ratios of them were read from a clock, and nothing else', () => {
  const timed = ['s', 's/s', '1', 'epoch'].map((unit) => isTimed(exactEvidence('any', 1, unit)))
  expect(timed).toEqual([true, true, false, false])
})

test('a judgement whose condition does not hold has shown nothing', () => {
  const finding = 'it holds in all cases'
  const judgement = {
    verdict: 'refuted',
    test: 'any',
    alpha: 0,
    lost: 0,
    detectable: null,
    evidence: [],
    finding,
  } as const
  expect(provided(true, 'nothing was drawn', judgement)).toEqual(judgement)
  expect(provided(false, 'nothing was drawn', judgement)).toEqual({
    ...judgement,
    verdict: 'inconclusive',
    lost: 1,
    finding: 'nothing was drawn',
  })
})

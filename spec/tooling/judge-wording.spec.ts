import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { falseDecision } from '../../src/claims/error-budget.ts'
import { exactEvidence, meanEvidence, medianEvidence, shareEvidence } from '../../src/claims/evidence.ts'
import { type Comparison, judgeAgreement } from '../../src/claims/judges/agreement.ts'
import { judgeExact, judgeFact } from '../../src/claims/judges/exact.ts'
import { judgeMedian } from '../../src/claims/judges/median.ts'
import { judgeOrdering } from '../../src/claims/judges/ordering.ts'
import { judgePairedOutcomes } from '../../src/claims/judges/paired-outcomes.ts'
import { judgeRate } from '../../src/claims/judges/rate.ts'
import { judgeTheorem } from '../../src/claims/judges/theorem.ts'
import { judgeValue } from '../../src/claims/judges/value.ts'
import { judgeValues } from '../../src/claims/judges/values.ts'
import { clopperPearson } from '../../src/statistics/clopper-pearson.ts'
import { rateDifference } from '../../src/statistics/rate-difference.ts'

const rival = exactEvidence('rival', 1)
const context = [rival]
const values = [3, 4, 5, 6, 7, 8, 9, 10]
const withoutChance = { alpha: 0, lost: 0, detectable: null }
/** Other specs hold these numbers. */
const chances = { lost: expect.any(Number), detectable: expect.any(Number) }

describe('an ordering is reported', () => {
  const question = { metric: 'a_minus_b', values, claimed: { above: 0 }, smallestEffect: 1, alpha: 0.02 }

  test('with its test and its evidence', () => {
    const report = {
      verdict: 'reproduced',
      test: 'one-sample t-test of 8 units: the mean lies above 0, by 1 or more to be of interest',
      alpha: 0.02,
      bound: 0,
      evidence: [meanEvidence('a_minus_b', values, '1', 0.02)],
      ...chances,
      finding: 'a minus b is 6.5 [4.32, 8.68]: it lies above 0 as claimed; in 100.0 % of the 8 units it does.',
    }
    expect(judgeOrdering(question)).toEqual(report)
    expect(judgeOrdering({ ...question, unit: 's', context }).evidence).toEqual([
      meanEvidence('a_minus_b', values, 's', 0.02),
      rival,
    ])
  })

  test.each([
    [
      { below: 20 },
      'the mean lies below 20, by 1 or more',
      ': it lies below 20 as claimed; in 100.0 % of the 8 pairs it does.',
    ],
    [
      { above: 20 },
      'the mean lies above 20, by 1 or more',
      ': that it lies above 20 by 1 or more is excluded; in 0.0 % of the 8 pairs it does.',
    ],
    [
      { above: 6 },
      'the mean lies above 6, by 1 or more',
      ': it may lie above 6 by 1 or more, and it may not lie above it at all; in 50.0 % of the 8 pairs it does.',
    ],
  ])('%j', (claimed, test, finding) => {
    const judgement = judgeOrdering({ ...question, claimed, units: 'pairs' })
    expect(judgement.test).toContain(test)
    expect(judgement.finding).toContain(finding)
  })

  test('as not judged where a value is not finite', () => {
    expect(judgeOrdering({ ...question, values: [...values, Number.NaN] })).toMatchObject({
      verdict: 'inconclusive',
      lost: 1,
      detectable: null,
      finding: '1 of 9 values are not finite, so a_minus_b is not judged.',
    })
  })
})

test('a median is reported in the units of its values, below a bound too', () => {
  const question = { metric: 'seconds', values, claimed: { below: 5 }, smallestEffect: 1, alpha: 0.02 }
  expect(judgeMedian(question)).toEqual({
    verdict: 'inconclusive',
    test: 'sign test of 8 units: the median lies below 5, by 1 or more to be of interest',
    alpha: 0.02,
    bound: 5,
    evidence: [medianEvidence('seconds', values, '1', 0.02)],
    lost: 1,
    detectable: null,
    finding: 'the median of seconds is 6.5 [3, 10]: in 2 of 8 units it lies below 5, in 2 by 1 or more.',
  })
  const timed = medianEvidence('seconds', values, 's', 0.02)
  expect(judgeMedian({ ...question, unit: 's', context }).evidence).toEqual([timed, rival])
})

test('a rate is reported with what has no result', () => {
  const rate = { metric: 'dead', successes: 30, trials: 100, claimed: { above: 0.5 } }
  expect(judgeRate(rate)).toEqual({
    verdict: 'inconclusive',
    test: 'Clopper-Pearson interval of 100 trials: the rate lies above 0.5',
    alpha: falseDecision,
    bound: 0.5,
    evidence: [shareEvidence('dead', 30, 100)],
    lost: 1,
    detectable: expect.any(Number),
    finding: 'dead is 30 of 100 = 0.3 [0.1267, 0.526]; the claim needs more than 0.5.',
  })
  expect(judgeRate({ ...rate, diverged: 2, claimed: { below: 0.4 }, alpha: 0.1, context })).toMatchObject({
    test: 'Clopper-Pearson interval of 100 trials: the rate lies below 0.4',
    evidence: [{ ...shareEvidence('dead', 30, 100, 0.1), high: clopperPearson(32, 100, 0.1).high, diverged: 2 }, rival],
    finding: 'dead is 30 of 100 = 0.3 [0.2398, 0.3871], and 2 have no result; the claim needs less than 0.4.',
  })
})

describe('a reported value is reported', () => {
  const question = { metric: 'accuracy', values, reported: 7, resolution: 100 }

  test('with its place among our runs', () => {
    expect(judgeValue(question)).toEqual({
      verdict: 'reproduced',
      test: 'prediction interval of one new run from 8 runs, at most 100 wide',
      alpha: falseDecision,
      evidence: [meanEvidence('accuracy', values, '1', falseDecision / 2)],
      ...chances,
      finding: '7 lies inside [-26.9, 39.9], at percentile 63 of our runs.',
    })
    const judgement = judgeValue({ ...question, reported: 12, alpha: 0.1, unit: 's', context })
    expect(judgement).toMatchObject({
      alpha: 0.2,
      evidence: [meanEvidence('accuracy', values, 's', 0.1), rival],
      finding: '12 lies outside [2.824, 10.18], at percentile 100 of our runs.',
    })
  })

  test('together with others, the first as measured', () => {
    const first = judgeValue({ ...question, alpha: falseDecision / 4 })
    const others = { ...question, metric: 'loss', reported: 700, context }
    expect(judgeValues([question, others])).toEqual({
      verdict: 'refuted',
      test: '2 reported numbers, each by a prediction interval of one new run from 8 runs, at most 100 wide',
      alpha: falseDecision,
      lost: expect.any(Number),
      detectable: first.detectable,
      evidence: [...first.evidence, { ...first.evidence[0], metric: 'loss' }, rival],
      finding:
        'Of 2 reported numbers 1 are reproduced and 1 refuted. ' +
        '7 lies inside [-30.5, 43.5], at percentile 63 of our runs. ' +
        '700 lies outside [-30.5, 43.5], at percentile 100 of our runs.',
    })
  })
})

describe('an agreement is reported', () => {
  const reference = { successes: 90_000, trials: 100_000 }
  const comparison = (metric: string, successes: number, trials: number): Comparison => {
    return { metric, measured: { successes, trials }, reference, resolution: 0.1 }
  }

  test('with every rate, the least likely pair first', () => {
    const same = comparison('dead', 3600, 4000)
    const other = comparison('asleep', 3620, 4000)
    expect(judgeAgreement({ comparisons: [same] })).toEqual({
      verdict: 'reproduced',
      test: "Fisher's exact test of 1 pairs of rates, and exact intervals of their differences",
      alpha: falseDecision,
      lost: expect.any(Number),
      detectable: expect.any(Number),
      evidence: [shareEvidence('dead', 3600, 4000)],
      finding:
        'Of 1 rates 0 differ; the least likely pair is dead, 0.9 of 4000 against 0.9 of 100000, which two equal rates ' +
        'exceed with a chance of 1.',
    })
    expect(judgeAgreement({ comparisons: [same, other], context }).evidence).toEqual([
      shareEvidence('asleep', 3620, 4000),
      shareEvidence('dead', 3600, 4000),
      rival,
    ])
  })

  test('with how many rates are known too roughly, and what the roughest would find', () => {
    const [rough, fine] = [comparison('asleep', 18, 20), comparison('dead', 3600, 4000)]
    const judgement = judgeAgreement({ comparisons: [rough, fine] })
    expect(judgement.finding).toMatch(/with a chance of 1; 1 are known too roughly\.$/)
    expect(judgement.detectable).toBe(judgeAgreement({ comparisons: [fine, rough] }).detectable)
    expect(judgement.detectable).toBeGreaterThan(judgeAgreement({ comparisons: [fine, fine] }).detectable!)
  })
})

test('paired outcomes are reported with those that the arms do not share', () => {
  const outcomes = (share: number) => Array.from({ length: 100 }, (_, item) => item < share)
  const question = {
    metric: 'a_minus_b',
    more: outcomes(30),
    fewer: outcomes(0),
    arms: ['BatchNorm', 'none'],
    smallestEffect: 0.1,
  } as const
  const { low, high } = rateDifference({ successes: 30, trials: 100 }, { successes: 0, trials: 100 }, falseDecision)
  const evidence = { metric: 'a_minus_b', value: 0.3, low, high, unit: '1', n: 100, diverged: 0 }
  const words = { items: 'images', outcome: 'right' }
  expect(judgePairedOutcomes({ ...question, ...words })).toEqual({
    verdict: 'reproduced',
    test: "McNemar's exact test on 100 images: right more often with BatchNorm than with none, by 0.1 or more to be of interest",
    alpha: falseDecision,
    bound: 0,
    evidence: [evidence],
    ...chances,
    finding:
      'Of 100 images, 30 are right only with BatchNorm and 0 only with none: ' +
      'a difference of 0.3 [-0.0004637, 0.5334].',
  })
  expect(judgePairedOutcomes({ ...question, ...words, context }).evidence).toEqual([evidence, rival])
  const half = Array.from({ length: 100 }, (_, item) => item >= 95)
  expect(judgePairedOutcomes({ ...question, ...words, diverged: half }).finding).toContain(
    '0 only with none, and 5 have no outcome: a difference of 0.3 [',
  )
})

describe('what is judged without chance is reported', () => {
  test('an exact replay, to the printed decimals', () => {
    const exact = { metric: 'accuracy', value: 0.5384, printed: '0.538' }
    expect(judgeExact(exact)).toEqual({
      verdict: 'reproduced',
      test: 'equality of the 3 printed decimals',
      ...withoutChance,
      evidence: [exactEvidence('accuracy', 0.5384)],
      finding: 'The replay gives 0.538; printed was 0.538.',
    })
    const evidence = [exactEvidence('accuracy', 0.5384, 's'), rival]
    expect(judgeExact({ ...exact, unit: 's', context }).evidence).toEqual(evidence)
    expect(judgeExact({ ...exact, value: Number.NaN }).finding).toBe('The replay gives NaN; printed was 0.538.')
  })

  test('a fact, in the words that it is given', () => {
    const fact = { metric: 'accuracy', value: 1, holds: true, comparison: 'it is one', finding: 'it is one indeed' }
    expect(judgeFact(fact)).toEqual({
      verdict: 'reproduced',
      test: 'it is one',
      ...withoutChance,
      evidence: [exactEvidence('accuracy', 1)],
      finding: 'it is one indeed',
    })
    expect(judgeFact({ ...fact, holds: false, unit: 's', context })).toMatchObject({
      verdict: 'refuted',
      evidence: [exactEvidence('accuracy', 1, 's'), rival],
    })
  })

  test('a theorem, by the cases that hold', () => {
    const theorem = { statement: 'for any integer', arbitrary: fc.nat(), cases: 50, seed: 1 }
    expect(judgeTheorem({ ...theorem, holds: () => true })).toEqual({
      verdict: 'reproduced',
      test: 'property over 50 generated cases: for any integer',
      ...withoutChance,
      evidence: [exactEvidence('cases_that_hold', 50, 'cases')],
      finding: '50 of 50 generated cases were judged and hold.',
    })
    const cases: number[] = []
    const large = (value: number) => value >= 1000
    const judgement = judgeTheorem({ ...theorem, holds: (value) => cases.push(value) > 0 && large(value) })
    const before = cases.findIndex((value) => !large(value))
    expect(before).toBeGreaterThan(0)
    expect(judgement.evidence).toEqual([exactEvidence('cases_that_hold', before, 'cases')])
    expect(judgement.finding).toMatch(/^Case \d+ fails; shrunk: 0 \(seed 1, path \d+(:\d+)*\)\.$/)
    expect(judgement.finding).toContain(`Case ${before + 1} `)
  })
})

import { falseDecision, lostDecision } from '../src/claims/error-budget.ts'
import type { Judgement } from '../src/claims/judgement.ts'
import { judgeAgreement } from '../src/claims/judges/agreement.ts'
import { judgeMedian } from '../src/claims/judges/median.ts'
import { judgeOrdering } from '../src/claims/judges/ordering.ts'
import { judgePairedOutcomes } from '../src/claims/judges/paired-outcomes.ts'
import { judgeRate } from '../src/claims/judges/rate.ts'
import { judgeValue } from '../src/claims/judges/value.ts'
import type { Verdict } from '../src/claims/verdict.ts'
import {
  chanceOfCount,
  chanceOfIndependentCounts,
  chanceOfNormalValues,
  chanceOfTwoCounts,
  valuesOf,
} from './chances.ts'
import { addedUp, type Row } from './row.ts'

/*
 * At the rates in use. Each judge is asked here at falseDecision and lostDecision, 4e-6, about all that can be counted or
 * measured, and the chances of what it decides wrongly, or misses, are added up.
 */

const onRate = (trials: number, bound: number, side: 'above' | 'below') => (successes: number) =>
  judgeRate({ metric: 'x', successes, trials, claimed: side === 'above' ? { above: bound } : { below: bound } })

const onMedian = (values: number, smallestEffect: number) => (wrongSide: number, ofInterest: number) =>
  judgeMedian({
    metric: 'x',
    // Between the bound and what is of interest lies the rest.
    values: Float64Array.from({ length: values }, (_, index) =>
      index < wrongSide ? -1 : index < wrongSide + ofInterest ? smallestEffect : smallestEffect / 2,
    ),
    claimed: { above: 0 },
    smallestEffect,
  })

const onPairs = (items: number, smallestEffect: number) => (wins: number, losses: number) =>
  judgePairedOutcomes({
    metric: 'x',
    arms: ['the one', 'the other'],
    more: Array.from({ length: items }, (_, item) => item < wins),
    fewer: Array.from({ length: items }, (_, item) => item >= items - losses),
    items: 'items',
    outcome: 'right',
    smallestEffect,
  })

const onTwoRates =
  ([first, second]: readonly [number, number], resolution: number) =>
  (a: number, b: number) =>
    judgeAgreement({
      comparisons: [
        {
          metric: 'x',
          measured: { successes: a, trials: first },
          reference: { successes: b, trials: second },
          resolution,
        },
      ],
    })

const onMean = (smallestEffect: number) => (values: ArrayLike<number>) =>
  judgeOrdering({ metric: 'x', values, claimed: { above: 0 }, smallestEffect })

/** The fineness of what depends on one value. */
const ofOneValue = 10

const onValue = (reported: number, resolution: number) => (values: ArrayLike<number>) =>
  judgeValue({ metric: 'x', values, reported, resolution })

/** Rates of false decisions at the edge of what is true, where they are largest. */
export function falseDecisionsAddedUp(size: 'small' | 'large'): Row[] {
  const few = size === 'small'
  const row = (judge: string, truth: string, error: Verdict, said: number, measured: number) =>
    addedUp({ judge, truth, error, said, broken: null }, measured)
  const rates = ([0.5, 0.9, 0.01, 0.995] as const).flatMap((bound) => {
    const trials = few ? 200 : 2000
    return (['reproduced', 'refuted'] as const).map((error) => {
      const judge = onRate(trials, bound, 'above')
      const measured = chanceOfCount(trials, bound, (count) => judge(count).verdict === error)
      return row(
        'rate, Clopper-Pearson',
        `a rate at its bound of ${bound}, ${trials} trials`,
        error,
        falseDecision,
        measured,
      )
    })
  })
  const values = few ? 30 : 40
  const medians = (['reproduced', 'refuted'] as const).map((error) => {
    const judge = onMedian(values, 1)
    // Half of the values lie on the wrong side, or half are of interest, and all others are the worst for the error.
    const isWrong = (count: number) =>
      (error === 'reproduced' ? judge(count, values - count) : judge(0, count)).verdict === error
    const measured = chanceOfCount(values, 0.5, isWrong)
    const truth = `a median ${error === 'reproduced' ? 'at the bound' : 'of interest'}, ${values} values of any law`
    return row('ordering, sign test', truth, error, falseDecision, measured)
  })
  const items = few ? 60 : 150
  const pairs = (
    [
      ['reproduced', 'equal arms, half of the items discordant', [0.25, 0.25]],
      ['reproduced', 'equal arms, one item in fifty discordant', [0.01, 0.01]],
      ['refuted', 'a difference of interest of 0.4, no loss', [0.4, 0]],
      ['refuted', 'a difference of interest of 0.4, some losses', [0.5, 0.1]],
    ] as const
  ).map(([error, truth, chances]) => {
    const judge = onPairs(items, 0.4)
    const measured = chanceOfTwoCounts(items, chances, (wins, losses) => judge(wins, losses).verdict === error)
    return row('ordering, McNemar', `${truth}, ${items} items`, error, falseDecision, measured)
  })
  const trials = few ? ([50, 50] as const) : ([100, 150] as const)
  const agreement = (
    [
      ['refuted', 'equal rates of 0.5', [0.5, 0.5], lostDecision / 2],
      ['refuted', 'equal rates of 0.02', [0.02, 0.02], lostDecision / 2],
      ['reproduced', 'rates of 0.1 and 0.9, a difference of the resolution', [0.1, 0.9], falseDecision],
    ] as const
  ).map(([error, truth, chances, said]) => {
    const judge = onTwoRates(trials, 0.8)
    const measured = chanceOfIndependentCounts(trials, chances, (a, b) => judge(a, b).verdict === error)
    return row('rates, Fisher', `${truth}, ${trials.join(' and ')} trials`, error, said, measured)
  })
  const runs = few ? [30] : [8, 12, 30]
  const normals = runs.flatMap((count) => [
    row(
      'ordering, t-test',
      `equal arms, ${count} normal differences`,
      'reproduced',
      falseDecision,
      chanceOfNormalValues(count, { mean: 0, deviation: 1 }, (v) => onMean(0.5)(v).verdict === 'reproduced'),
    ),
    row(
      'ordering, t-test',
      `an effect of interest, ${count} normal differences`,
      'refuted',
      falseDecision,
      chanceOfNormalValues(count, { mean: 0.5, deviation: 1 }, (v) => onMean(0.5)(v).verdict === 'refuted'),
    ),
  ])
  return [...rates, ...medians, ...pairs, ...agreement, ...normals]
}

/** Truths at which a decision is due, with what the report says of missing it where what is measured is true. */
export function lostDecisionsAddedUp(size: 'small' | 'large'): Row[] {
  const few = size === 'small'
  const row = (judge: string, truth: string, typical: Judgement, measured: number): Row => {
    return addedUp({ judge, truth, error: typical.verdict, said: typical.lost, broken: null }, measured)
  }
  const rates = (
    [
      [200, 180, 0.7],
      [200, 199, 0.9],
      [200, 100, 0.75],
      [2000, 1, 0.02],
    ] as const
  ).map(([trials, count, bound]) => {
    const judge = onRate(trials, bound, 'above')
    const typical = judge(count)
    const rate = (count + 0.5) / (trials + 1)
    const measured = chanceOfCount(trials, rate, (each) => judge(each).verdict !== typical.verdict)
    return row('rate, Clopper-Pearson', `${count} of ${trials} against ${bound}`, typical, measured)
  })
  const medians = (
    [
      [40, 1, 38],
      [50, 0, 50],
      [40, 20, 1],
    ] as const
  ).map(([values, against, ofInterest]) => {
    const judge = onMedian(values, 1)
    const typical = judge(against, ofInterest)
    const rate = (count: number) => (count + 0.5) / (values + 1)
    const measured =
      typical.verdict === 'reproduced'
        ? chanceOfCount(values, rate(against), (each) => judge(each, values - each).verdict !== 'reproduced')
        : chanceOfCount(values, rate(ofInterest), (each) => judge(values - each, each).verdict !== 'refuted')
    const truth = `${against} of ${values} values on the wrong side, ${ofInterest} of interest`
    return row('ordering, sign test', truth, typical, measured)
  })
  const pairs = (
    few
      ? ([[60, 40, 2, 0.1]] as const)
      : ([
          [150, 60, 10, 0.01],
          [150, 40, 0, 0.01],
          [150, 5, 5, 0.3],
          [150, 0, 30, 0.01],
        ] as const)
  ).map(([items, wins, losses, interest]) => {
    const judge = onPairs(items, interest)
    const typical = judge(wins, losses)
    const chances = [(wins + 0.5) / (items + 1), (losses + 0.5) / (items + 1)] as const
    const measured = chanceOfTwoCounts(items, chances, (a, b) => judge(a, b).verdict !== typical.verdict)
    return row(
      'ordering, McNemar',
      `${wins} wins and ${losses} losses of ${items}, ${interest} of interest`,
      typical,
      measured,
    )
  })
  const counts = few ? [12] : [8, 12, 30]
  const means = counts.flatMap((count) =>
    (
      [
        ['reproduced', 4.5, 0.01],
        ['refuted', -1, count === 8 ? 8 : 3],
      ] as const
    ).map(([verdict, mean, interest]) => {
      const judge = onMean(interest)
      const typical = judge(valuesOf(count, mean, 1))
      const measured = chanceOfNormalValues(count, { mean, deviation: 1 }, (v) => judge(v).verdict !== verdict)
      return row(
        'ordering, t-test',
        `${mean} standard deviations, ${interest} of interest, ${count} differences`,
        typical,
        measured,
      )
    }),
  )
  const values = (few ? [] : [12, 30]).flatMap((count) =>
    (
      [
        ['refuted', 14, 1000],
        ['reproduced', 1, 1000],
      ] as const
    ).map(([verdict, reported, resolution]) => {
      const judge = onValue(reported, resolution)
      const typical = judge(valuesOf(count, 0, 1))
      const measured = chanceOfNormalValues(
        count,
        { mean: 0, deviation: 1 },
        (v) => judge(v).verdict !== verdict,
        ofOneValue,
      )
      return row(
        'value, prediction interval',
        `a number ${reported} standard deviations off, resolution ${resolution}, ${count} runs`,
        typical,
        measured,
      )
    }),
  )
  return [...rates, ...medians, ...pairs, ...means, ...values]
}

/** What is missed at the smallest effect that is said to be found, and nearer than that. */
export interface Detectable {
  readonly judge: string
  readonly truth: string
  readonly detectable: number
  /** at it */
  readonly missed: number
  /** at nine tenths of it */
  readonly missedNearer: number
}

/** The smallest effects that are found, each with what is missed there. */
export function detectableEffects(size: 'small' | 'large'): Detectable[] {
  const few = size === 'small'
  const row = (judge: string, truth: string, detectable: number, missedAt: (effect: number) => number): Detectable => {
    return { judge, truth, detectable, missed: missedAt(detectable), missedNearer: missedAt(0.9 * detectable) }
  }
  const trials = few ? 200 : 1000
  const rates = (
    [
      [0.6, 'above'],
      [0.6, 'below'],
      [0.05, 'above'],
    ] as const
  ).map(([bound, side]) => {
    const judge = onRate(trials, bound, side)
    const sign = side === 'above' ? 1 : -1
    return row('rate, Clopper-Pearson', `${trials} trials, ${side} ${bound}`, judge(trials / 2).detectable!, (effect) =>
      chanceOfCount(trials, bound + sign * effect, (count) => judge(count).verdict !== 'reproduced'),
    )
  })
  const counts = few ? [30] : [8, 12, 30]
  const means = counts.map((count) => {
    // The smallest effect of interest is so small that no mean above 0 is refuted.
    const judge = onMean(1e-9)
    return row(
      'ordering, t-test',
      `${count} normal differences of standard deviation 1`,
      judge(valuesOf(count, 0, 1)).detectable!,
      (mean) => chanceOfNormalValues(count, { mean, deviation: 1 }, (v) => judge(v).verdict !== 'reproduced'),
    )
  })
  const values = (few ? [] : [12, 30]).map((count) =>
    row(
      'value, prediction interval',
      `${count} normal runs of standard deviation 1`,
      onValue(0, 1000)(valuesOf(count, 0, 1)).detectable!,
      (reported) =>
        chanceOfNormalValues(
          count,
          { mean: 0, deviation: 1 },
          (v) => onValue(reported, 1000)(v).verdict !== 'refuted',
          ofOneValue,
        ),
    ),
  )
  const items = few ? 100 : 200
  const onItems = onPairs(items, 1e-9)
  const discordant = items / 2
  const pairs = [
    row(
      'ordering, McNemar',
      `${items} items, ${discordant} of them discordant`,
      onItems(discordant, 0).detectable!,
      (difference) => {
        const wins = (discordant + difference * items) / 2
        return chanceOfCount(
          discordant,
          wins / discordant,
          (won) => onItems(won, discordant - won).verdict !== 'reproduced',
        )
      },
    ),
  ]
  return [...rates, ...means, ...values, ...pairs]
}

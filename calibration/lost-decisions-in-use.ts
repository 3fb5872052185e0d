import type { Judgement } from '../src/claims/judgement.ts'
import {
  chanceOfCount,
  chanceOfIndependentCounts,
  chanceOfNormalValues,
  chanceOfTwoCounts,
  valuesOf,
} from './chances.ts'
import {
  ofOneValue,
  onMean,
  onMedian,
  onPairs,
  onRate,
  onTwoRates,
  onValue,
  onValues,
  trialsOfTwo,
} from './judges-in-use.ts'
import { addedUp, type Row } from './row.ts'

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
      const measured = chanceOfNormalValues(
        count,
        { mean, deviation: 1 },
        (v) => judge(v).verdict !== verdict,
        // What is of interest lies so far off that the spread all but decides whether it is excluded.
        verdict === 'refuted' ? ofOneValue : undefined,
      )
      return row(
        'ordering, t-test',
        `${mean} standard deviations, ${interest} of interest, ${count} differences`,
        typical,
        measured,
      )
    }),
  )
  const agreements = (
    few
      ? ([
          [15, 15, 0.95],
          [2, 24, 0.5],
        ] as const)
      : ([
          [50, 75, 0.5],
          [6, 9, 0.5],
          [25, 95, 0.5],
          [10, 130, 0.5],
        ] as const)
  ).map(([first, second, resolution]) => {
    const trials = trialsOfTwo(size)
    const judge = onTwoRates(trials, resolution)
    const typical = judge(first, second)
    // Rates that agree are one rate.
    const own = [(first + 0.5) / (trials[0] + 1), (second + 0.5) / (trials[1] + 1)] as const
    const common = (first + second + 0.5) / (trials[0] + trials[1] + 1)
    const chances = typical.verdict === 'reproduced' ? ([common, common] as const) : own
    const measured = chanceOfIndependentCounts(trials, chances, (a, b) => judge(a, b).verdict !== typical.verdict)
    const truth = `${first} of ${trials[0]} against ${second} of ${trials[1]}, resolution ${resolution}`
    return row('rates, Fisher', truth, typical, measured)
  })
  const together = (few ? [] : [12, 30]).flatMap((count) =>
    [
      [20, 16, 0],
      [-1, 1],
    ].map((reported) => {
      const judge = onValues(reported, 1000)
      const typical = judge(valuesOf(count, 0, 1))
      const isMissed = (v: Float64Array) => judge(v).verdict !== typical.verdict
      const measured = chanceOfNormalValues(count, { mean: 0, deviation: 1 }, isMissed, ofOneValue)
      const truth = `numbers ${reported.join(', ')} standard deviations off, resolution 1000, ${count} runs`
      return row('values, Bonferroni', truth, typical, measured)
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
  return [...rates, ...medians, ...pairs, ...agreements, ...means, ...values, ...together]
}

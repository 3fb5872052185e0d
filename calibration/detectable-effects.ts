import { judgeMedian } from '../src/claims/judges/median.ts'
import { chanceOfCount, chanceOfIndependentCounts, chanceOfNormalValues, valuesOf } from './chances.ts'
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
  const ofValues = few ? [12] : [12, 30]
  const values = ofValues.map((count) =>
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
  const together = ofValues.map((count) =>
    row(
      'values, Bonferroni',
      `${count} normal runs of standard deviation 1, the first of 2 numbers`,
      onValues([0, 0], 1000)(valuesOf(count, 0, 1)).detectable!,
      (reported) =>
        chanceOfNormalValues(
          count,
          { mean: 0, deviation: 1 },
          (v) => onValues([reported, 0], 1000)(v).verdict !== 'refuted',
          ofOneValue,
        ),
    ),
  )
  // So many that one more or less of them is a small step.
  const many = few ? 200 : 1000
  const spread = Float64Array.from({ length: many }, (_, index) => (index + 1) / (many + 1))
  const median = row(
    'ordering, sign test',
    `${many} values, evenly spread over an interval of length 1`,
    judgeMedian({ metric: 'x', values: spread, claimed: { above: 0 }, smallestEffect: 1e-9 }).detectable!,
    (distance) => {
      const judge = onMedian(many, 1e-9)
      return chanceOfCount(many, 0.5 - distance, (against) => judge(against, many - against).verdict !== 'reproduced')
    },
  )
  const trialsOfBoth = trialsOfTwo(size)
  const judgeBoth = onTwoRates(trialsOfBoth, 1)
  const references = (few ? [3] : [75, 15]).map((count) => {
    const rate = (count + 0.5) / (trialsOfBoth[1] + 1)
    return row(
      'rates, Fisher',
      `${trialsOfBoth[0]} trials against ${count} of ${trialsOfBoth[1]}`,
      judgeBoth(0, count).detectable!,
      (distance) =>
        chanceOfIndependentCounts(
          trialsOfBoth,
          [rate < 0.5 ? rate + distance : rate - distance, rate],
          (a, b) => judgeBoth(a, b).verdict !== 'refuted',
        ),
    )
  })
  return [...rates, ...means, ...values, ...together, ...pairs, median, ...references]
}

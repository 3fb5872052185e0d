import { falseDecision, lostDecision } from '../src/claims/error-budget.ts'
import type { Verdict } from '../src/claims/verdict.ts'
import { chanceOfCount, chanceOfIndependentCounts, chanceOfNormalValues, chanceOfTwoCounts } from './chances.ts'
import { onMean, onMedian, onPairs, onRate, onTwoRates, onValue, trialsOfTwo } from './judges-in-use.ts'
import { addedUp, type Row } from './row.ts'

/** So many outcomes are not known, and are those that would have spoken against the error. */
const hidden = 5

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
  const ratesWithout = (['reproduced', 'refuted'] as const).map((error) => {
    const [trials, bound] = [few ? 200 : 2000, 0.9]
    const judge = onRate(trials, bound, 'above')
    const measured = chanceOfCount(trials, bound, (count) => {
      const unknown = Math.min(hidden, error === 'reproduced' ? trials - count : count)
      return judge(error === 'reproduced' ? count : count - unknown, unknown).verdict === error
    })
    const truth = `a rate at its bound of ${bound}, ${trials} trials, ${hidden} without a result`
    return row('rate, Clopper-Pearson', truth, error, falseDecision, measured)
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
  const pairsWithout = (
    [
      ['reproduced', 'equal arms', [0.25, 0.25]],
      ['refuted', 'a difference of interest of 0.4', [0.5, 0.1]],
    ] as const
  ).map(([error, truth, chances]) => {
    const judge = onPairs(items, 0.4)
    const measured = chanceOfTwoCounts(items, chances, (wins, losses) => {
      const unknown = Math.min(hidden, error === 'reproduced' ? losses : wins)
      const [won, lost] = error === 'reproduced' ? [wins, losses - unknown] : [wins - unknown, losses]
      return judge(won, lost, unknown).verdict === error
    })
    const words = `${truth}, ${items} items, ${hidden} without an outcome`
    return row('ordering, McNemar', words, error, falseDecision, measured)
  })
  const trials = trialsOfTwo(size)
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
  const oneMore = (few ? [12] : [8, 12, 30]).map((count) =>
    row(
      'value, prediction interval',
      `a true number, one more of ${count} normal runs`,
      'refuted',
      falseDecision,
      // The number itself stands still, so the mean of the runs has the deviation of both.
      chanceOfNormalValues(
        count,
        { mean: 0, deviation: 1, ofMean: Math.sqrt(1 + 1 / count) },
        (v) => onValue(0, 1e9)(v).verdict === 'refuted',
      ),
    ),
  )
  return [...rates, ...ratesWithout, ...medians, ...pairs, ...pairsWithout, ...agreement, ...normals, ...oneMore]
}

import { judgeAgreement } from '../src/claims/judges/agreement.ts'
import { judgeMedian } from '../src/claims/judges/median.ts'
import { judgeOrdering } from '../src/claims/judges/ordering.ts'
import { judgePairedOutcomes } from '../src/claims/judges/paired-outcomes.ts'
import { judgeRate } from '../src/claims/judges/rate.ts'
import { judgeValue } from '../src/claims/judges/value.ts'
import { judgeValues } from '../src/claims/judges/values.ts'

/*
 * At the rates in use. Each judge is asked here at falseDecision and lostDecision, 4e-6, about all that can be counted or
 * measured, and the chances of what it decides wrongly, or misses, are added up.
 */

export const onRate =
  (trials: number, bound: number, side: 'above' | 'below') =>
  (successes: number, diverged = 0) =>
    judgeRate({
      metric: 'x',
      successes,
      trials,
      diverged,
      claimed: side === 'above' ? { above: bound } : { below: bound },
    })

export const onMedian = (values: number, smallestEffect: number) => (wrongSide: number, ofInterest: number) =>
  judgeMedian({
    metric: 'x',
    // Between the bound and what is of interest lies the rest.
    values: Float64Array.from({ length: values }, (_, index) =>
      index < wrongSide ? -1 : index < wrongSide + ofInterest ? smallestEffect : smallestEffect / 2,
    ),
    claimed: { above: 0 },
    smallestEffect,
  })

/** The items without an outcome are of those that neither arm has alone. */
export const onPairs =
  (items: number, smallestEffect: number) =>
  (wins: number, losses: number, diverged = 0) =>
    judgePairedOutcomes({
      metric: 'x',
      arms: ['the one', 'the other'],
      more: Array.from({ length: items }, (_, item) => item < wins),
      fewer: Array.from({ length: items }, (_, item) => item >= items - losses),
      diverged: Array.from({ length: items }, (_, item) => item >= wins && item < wins + diverged),
      items: 'items',
      outcome: 'right',
      smallestEffect,
    })

export const onTwoRates =
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

export const onMean = (smallestEffect: number) => (values: ArrayLike<number>) =>
  judgeOrdering({ metric: 'x', values, claimed: { above: 0 }, smallestEffect })

/** The fineness of what depends on one value, which the spread of the others all but decides. */
export const ofOneValue = 10

export const onValue = (reported: number, resolution: number) => (values: ArrayLike<number>) =>
  judgeValue({ metric: 'x', values, reported, resolution })

/** Numbers of one run that all are that run's value, as the losses of epochs in which nothing changes. */
export const onValues = (reported: readonly number[], resolution: number) => (values: ArrayLike<number>) =>
  judgeValues(reported.map((each) => ({ metric: 'x', values, reported: each, resolution })))

/** Of two experiments whose rates are compared. */
export function trialsOfTwo(size: 'small' | 'large'): readonly [number, number] {
  return size === 'small' ? [30, 30] : [100, 150]
}

import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf'
import { clopperPearson } from '../../statistics/clopper-pearson.ts'
import { firstCount } from '../../statistics/first-count.ts'
import type { Interval } from '../../statistics/interval.ts'
import { rateDifference } from '../../statistics/rate-difference.ts'
import { fewestAbove } from '../../statistics/rate-power.ts'
import { falseDecision, lostDecision } from '../error-budget.ts'
import type { Evidence } from '../evidence.ts'
import { formatNumber } from '../format-number.ts'
import type { Judgement } from '../judgement.ts'
import type { Verdict } from '../verdict.ts'
import { checkScalars } from './check-scalars.ts'

export interface PairedOutcomesQuestion {
  /** what the difference is, for instance `batch_normalisation_minus_dropout_test_accuracy` */
  readonly metric: string
  /** whether each item has the outcome with the arm that the claim says has it more often */
  readonly more: readonly boolean[]
  /** the same with its rival, on the same items in the same order */
  readonly fewer: readonly boolean[]
  /** whether an item has no outcome (NaN) with either arm; by default none is without */
  readonly diverged?: readonly boolean[]
  /** what tells the two arms apart, each as it follows 'with': 'BatchNorm', 'Dropout' */
  readonly arms: readonly [more: string, fewer: string]
  /** what the items are, in the plural: 'test images', 'seeds' */
  readonly items: string
  /** the outcome as it is said of an item: 'classified rightly', 'collapsed' */
  readonly outcome: string
  /** smallest difference of the shares that anybody would care about; positive */
  readonly smallestEffect: number
  readonly context?: readonly Evidence[]
  readonly alpha?: number
}

/**
 * Judges two arms on the same items by McNemar's exact test: of the items that have the outcome with only one of the
 * two, the share that has it with the first is compared with one half by its Clopper-Pearson interval. The difference of
 * the two arms' shares has an interval of its own, by those of the items that only the one and only the other has.
 *
 * `refuted` if a difference of interest is excluded; else `reproduced` if the share lies above one half; `inconclusive`
 * otherwise. An item without an outcome counts for neither
 * arm, and the verdict is one that it would be too if all of them counted for either. On test images it speaks of two trained nets and
 * not of two methods, as trainings differ by more than the images show; on seeds it speaks of the methods.
 *
 * @throws {RangeError} if the items are not paired, or a scalar is refused by `checkScalars`
 * @see Q. McNemar, Note on the sampling error of the difference between correlated proportions, 1947
 */
export function judgePairedOutcomes(question: PairedOutcomesQuestion): Judgement {
  const { metric, more, fewer, diverged = [], arms, items, outcome, smallestEffect } = question
  const { context = [], alpha = falseDecision } = question
  const count = more.length
  if (count === 0 || fewer.length !== count || (diverged.length > 0 && diverged.length !== count)) {
    throw new RangeError(`both arms are tried on the same items, but on ${count} and ${fewer.length}`)
  }
  checkScalars({ smallestEffect, alpha })
  const wins = more.filter((has, item) => has && !fewer[item] && !diverged[item]).length
  const losses = fewer.filter((has, item) => has && !more[item] && !diverged[item]).length
  const unknown = diverged.filter(Boolean).length
  // What an item without an outcome had is the worst for either verdict.
  const least = paired(wins, losses + unknown, count, smallestEffect, alpha)
  const most = unknown === 0 ? least : paired(wins + unknown, losses, count, smallestEffect, alpha)
  const verdict = least.verdict === most.verdict ? least.verdict : 'inconclusive'
  const difference = (wins - losses) / count
  return {
    verdict,
    test: `McNemar's exact test on ${count} ${items}: ${outcome} more often with ${arms[0]} than with ${arms[1]}, by ${smallestEffect} or more to be of interest`,
    alpha,
    lost: verdict === 'inconclusive' ? 1 : Math.max(least.lost, most.lost),
    detectable: smallestDetectable(wins + losses + unknown, count, alpha),
    bound: 0,
    evidence: [
      { metric, value: difference, low: least.low, high: most.high, unit: '1', n: count, diverged: unknown },
      ...context,
    ],
    finding:
      `Of ${count} ${items}, ${wins} are ${outcome} only with ${arms[0]} and ${losses} only with ${arms[1]}` +
      `${unknown > 0 ? `, and ${unknown} have no outcome` : ''}: a difference of ${formatNumber(difference)} ` +
      `[${formatNumber(least.low)}, ${formatNumber(most.high)}].`,
  }
}

/** The verdict on so many items that have the outcome with one arm alone, the interval, and the chance to miss it. */
function paired(wins: number, losses: number, count: number, smallestEffect: number, alpha: number) {
  const { low, high } = differenceOf(wins, losses, count, alpha)
  const needed = fewestWins(wins + losses, alpha)
  const verdict: Verdict = high < smallestEffect ? 'refuted' : wins >= needed ? 'reproduced' : 'inconclusive'
  return { verdict, low, high, lost: probabilityOfMissing(verdict, wins, losses, count, smallestEffect, alpha) }
}

function differenceOf(wins: number, losses: number, count: number, alpha: number): Interval {
  const [won, lost] = [wins, losses].map((successes) => ({ successes, trials: count }))
  return rateDifference(won!, lost!, alpha)
}

/** The fewest wins among so many discordant items whose share lies above one half; one more than there are if none does. */
function fewestWins(discordant: number, alpha: number): number {
  return discordant === 0 ? 1 : fewestAbove(discordant, 0.5, alpha)
}

/**
 * Over fresh items, of which other numbers are discordant: for each such number the wins have a binomial law, and the fewest
 * that are not refuted, or are reproduced, are known. Chances are taken at (k + ½)/(n + 1) as for a rate.
 */
function probabilityOfMissing(
  verdict: Verdict,
  wins: number,
  losses: number,
  count: number,
  smallestEffect: number,
  alpha: number,
): number {
  if (verdict === 'inconclusive') return 1
  const share = Math.min(1, (wins + losses + 1) / (count + 1))
  const won = (wins + 0.5) / (wins + losses + 1)
  // Beyond 9 standard deviations, and some items of a rare event, lies less than any share of the budget sees.
  const reach = 9 * Math.sqrt(count * share * (1 - share)) + 40
  const [least, most] = [
    Math.max(0, Math.floor(count * share - reach)),
    Math.min(count, Math.ceil(count * share + reach)),
  ]
  let missed = 0
  let possible = 0
  let needed = 0
  for (let discordant = least; discordant <= most; discordant++) {
    // With one item more, both numbers stay or rise by one.
    while (possible <= discordant && differenceOf(possible, discordant - possible, count, alpha).high < smallestEffect)
      possible++
    while (needed <= discordant && !(needed > 0 && clopperPearson(needed, discordant, alpha).low > 0.5)) needed++
    const chance =
      binomialCdf(discordant, count, share) - (discordant > 0 ? binomialCdf(discordant - 1, count, share) : 0)
    const below = (fewest: number) => (fewest > 0 ? binomialCdf(fewest - 1, discordant, won) : 0)
    missed += chance * (verdict === 'refuted' ? 1 - below(possible) : below(Math.max(needed, possible)))
  }
  // Differences of distribution functions are off by some 1e-16, to either side.
  return Math.min(1, Math.max(0, missed))
}

/** The smallest difference whose sign all but the share `lostDecision` of such sets of items find; null if none is. */
function smallestDetectable(discordant: number, items: number, alpha: number): number | null {
  const needed = fewestWins(discordant, alpha)
  if (needed > discordant) return null
  const wins = firstCount(
    discordant,
    (count) => binomialCdf(needed - 1, discordant, count / discordant) <= lostDecision,
  )
  return (2 * wins - discordant) / items
}

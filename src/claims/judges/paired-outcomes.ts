import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf'
import { clopperPearson } from '../../statistics/clopper-pearson.ts'
import { firstCount } from '../../statistics/first-count.ts'
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
 * two, the share that has it with the first is compared with one half by its Clopper-Pearson interval.
 *
 * `reproduced` if the interval lies above one half, unless a difference of interest is excluded; `refuted` if even its
 * upper end is a smaller difference than that; `inconclusive` otherwise. An item without an outcome counts for neither
 * arm, and the verdict is one that it would be too if all of them counted for either. On test images it speaks of two trained nets and
 * not of two methods, as trainings differ by more than the images show; on seeds it speaks of the methods.
 *
 * @throws {RangeError} if the items are not paired, or a scalar is refused by `checkScalars`
 * @see Q. McNemar, Note on the sampling error of the difference between correlated proportions, 1947
 */
export function judgePairedOutcomes(question: PairedOutcomesQuestion): Judgement {
  const { metric, more, fewer, diverged = [], items, outcome, smallestEffect } = question
  const { context = [], alpha = falseDecision } = question
  const count = more.length
  if (count === 0 || fewer.length !== count || (diverged.length > 0 && diverged.length !== count)) {
    throw new RangeError(`both arms are tried on the same items, but on ${count} and ${fewer.length}`)
  }
  checkScalars({ smallestEffect, alpha })
  const wins = more.filter((has, item) => has && !fewer[item] && !diverged[item]).length
  const losses = fewer.filter((has, item) => has && !more[item] && !diverged[item]).length
  const unknown = diverged.filter(Boolean).length
  const least = paired(wins, losses + unknown, count, smallestEffect, alpha)
  const most = paired(wins + unknown, losses, count, smallestEffect, alpha)
  const verdict = least.verdict === most.verdict ? least.verdict : 'inconclusive'
  const difference = (wins - losses) / count
  return {
    verdict,
    test: `McNemar's exact test on ${count} ${items}: ${outcome} more often with the first arm, by ${smallestEffect} or more to be of interest`,
    alpha,
    lost: verdict === 'inconclusive' ? 1 : Math.max(least.lost, most.lost),
    detectable: smallestDetectable(wins + losses + unknown, count, alpha),
    evidence: [
      { metric, value: difference, low: least.low, high: most.high, unit: '1', n: count, diverged: unknown },
      ...context,
    ],
    finding:
      `Of ${count} ${items}, ${wins} are ${outcome} with the first arm alone and ${losses} with the second alone` +
      `${unknown > 0 ? `, and ${unknown} have no outcome` : ''}: a difference of ${formatNumber(difference)} ` +
      `[${formatNumber(least.low)}, ${formatNumber(most.high)}].`,
  }
}

/** The verdict on so many items that have the outcome with one arm alone, the interval, and the chance to miss it. */
function paired(wins: number, losses: number, count: number, smallestEffect: number, alpha: number) {
  const discordant = wins + losses
  const verdictOf = (first: number) => decide(first, discordant, count, smallestEffect, alpha)
  const verdict = verdictOf(wins)
  const lost = verdict === 'inconclusive' ? 1 : probabilityOfMissing(verdict, verdictOf, wins, discordant)
  return { verdict, lost, ...differenceInterval(wins, discordant, count, alpha) }
}

/** The difference of the shares, given how many items are discordant. */
function differenceInterval(wins: number, discordant: number, items: number, alpha: number) {
  if (discordant === 0) return { low: 0, high: 0 }
  const { low, high } = clopperPearson(wins, discordant, alpha)
  const difference = (share: number) => ((2 * share - 1) * discordant) / items
  return { low: difference(low), high: difference(high) }
}

function decide(wins: number, discordant: number, items: number, smallestEffect: number, alpha: number): Verdict {
  const { low, high } = differenceInterval(wins, discordant, items, alpha)
  return high < smallestEffect ? 'refuted' : low > 0 ? 'reproduced' : 'inconclusive'
}

/** Over fresh test items of which as many are discordant; taken at (k + ½)/(n + 1), as for a rate. */
function probabilityOfMissing(
  verdict: Verdict,
  verdictOf: (wins: number) => Verdict,
  wins: number,
  discordant: number,
): number {
  const share = (wins + 0.5) / (discordant + 1)
  // Verdicts come in one run of counts: refuted, then inconclusive or reproduced, upwards.
  const first = firstCount(discordant, (count) => verdictOf(count) !== 'refuted')
  if (verdict === 'refuted') return 1 - binomialCdf(first - 1, discordant, share)
  return binomialCdf(firstCount(discordant, (count) => verdictOf(count) === 'reproduced') - 1, discordant, share)
}

/** The smallest difference whose sign is found but once in 1/lostDecision times. */
function smallestDetectable(discordant: number, items: number, alpha: number): number | null {
  if (discordant === 0) return null
  const needed = firstCount(discordant, (count) => clopperPearson(count, discordant, alpha).low > 0.5)
  const wins = firstCount(
    discordant,
    (count) => binomialCdf(needed - 1, discordant, count / discordant) <= lostDecision,
  )
  return wins > discordant ? null : (2 * wins - discordant) / items
}

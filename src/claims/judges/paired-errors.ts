import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf'
import { clopperPearson } from '../../statistics/clopper-pearson.ts'
import { firstCount } from '../../statistics/first-count.ts'
import { falseDecision, lostDecision } from '../error-budget.ts'
import type { Evidence } from '../evidence.ts'
import { formatNumber } from '../format-number.ts'
import type { Judgement } from '../judgement.ts'
import type { Verdict } from '../verdict.ts'
import { checkScalars } from './check-scalars.ts'

export interface PairedErrorsQuestion {
  /** what the difference is, for instance `batch_normalisation_minus_dropout_test_accuracy` */
  readonly metric: string
  /** whether the net that the claim says is better classifies each test item rightly */
  readonly better: readonly boolean[]
  /** the same for its rival, on the same items in the same order */
  readonly worse: readonly boolean[]
  /** smallest difference of the accuracies that anybody would care about; positive */
  readonly smallestEffect: number
  readonly context?: readonly Evidence[]
  readonly alpha?: number
}

/**
 * Judges two trained nets on the same test items by McNemar's exact test: of the items that only one of the two gets
 * right, the share that the better one gets right is compared with one half by its Clopper-Pearson interval.
 *
 * `reproduced` if the interval lies above one half, unless a difference of interest is excluded; `refuted` if even its
 * upper end is a smaller difference than that; `inconclusive` otherwise. It speaks of these two nets, not of the two
 * methods: trainings differ by more than the test items show.
 *
 * @throws {RangeError} if the items are not paired, or a scalar is refused by `checkScalars`
 * @see Q. McNemar, Note on the sampling error of the difference between correlated proportions, 1947
 */
export function judgePairedErrors(question: PairedErrorsQuestion): Judgement {
  const { metric, better, worse, smallestEffect, context = [], alpha = falseDecision } = question
  const items = better.length
  if (items === 0 || worse.length !== items) {
    throw new RangeError(`both nets are tested on the same items, but on ${items} and ${worse.length}`)
  }
  checkScalars({ smallestEffect, alpha })
  const wins = better.filter((right, item) => right && !worse[item]).length
  const losses = worse.filter((right, item) => right && !better[item]).length
  const discordant = wins + losses
  const verdictOf = (count: number) => decide(count, discordant, items, smallestEffect, alpha)
  const verdict = verdictOf(wins)
  const { low, high } = differenceInterval(wins, discordant, items, alpha)
  return {
    verdict,
    test: `McNemar's exact test on ${items} items: the better net is right more often, by ${smallestEffect} or more to be of interest`,
    alpha,
    lost: verdict === 'inconclusive' ? 1 : probabilityOfMissing(verdict, verdictOf, wins, discordant),
    detectable: smallestDetectable(discordant, items, alpha),
    evidence: [{ metric, value: (wins - losses) / items, low, high, unit: '1', n: items, diverged: 0 }, ...context],
    finding:
      `Of ${items} items, ${wins} are right by the first net alone and ${losses} by the second alone: a difference of ` +
      `${formatNumber((wins - losses) / items)} [${formatNumber(low)}, ${formatNumber(high)}].`,
  }
}

/** The difference of the accuracies, given how many items are discordant. */
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

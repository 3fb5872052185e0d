import { falseDecision } from '../claims/error-budget.ts'
import { formatNumber } from '../claims/format-number.ts'

/** A word of the report, and what it means. Text between asterisks is a word that is defined in passing. */
export interface Term {
  readonly word: string
  readonly meaning: string
}

/** What the words of the report mean, whichever form it has. */
export const legend: readonly Term[] = [
  {
    word: 'Reading',
    meaning: '*as-submitted* judges what the code of the notebook does; *as-assigned*, the assignment done rightly.',
  },
  {
    word: 'Verdict',
    meaning:
      '*reproduced*, the claim holds; *refuted*, it does not; *inconclusive*, the evidence is too weak to tell, or the ' +
      'scale too small to try; *not-run*, its data are absent.',
  },
  {
    word: 'Scale and seed',
    meaning:
      '*quick* trains fewer nets, or smaller ones, within minutes, *full* those of the assignment. All random numbers come ' +
      'from the seed.',
  },
  {
    word: 'Pinned',
    meaning: 'the verdict that is on record. A claim that gets another one is red (✗).',
  },
  {
    word: 'Negative twin',
    meaning:
      'the same experiment with one setting changed. Its verdict must differ, which proves that the claim can fail.',
  },
  {
    word: '[low, high]',
    meaning:
      `the interval of a value; each bound is wrong with the probability ${formatNumber(falseDecision)}. *n* counts ` +
      'independent values, *diverged* those that were not finite.',
  },
  {
    word: 'Unit',
    meaning:
      '*1*, a plain number or share; *decade*, a power of ten, so that -2 decades are a hundredth; *nat*, of cross-entropy.',
  },
  {
    word: 'Error rate',
    meaning:
      'the chance that the verdict is false, and the chance that a fresh seed misses it, if the measured effect is the true ' +
      'one. With the default seed the error budget bounds their sum over all claims that are decided, but for those about seconds.',
  },
]

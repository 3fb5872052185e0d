import { type Evidence, meanEvidence } from '../../claims/evidence.ts'
import type { TrainedPair } from './comparison.ts'
import type { TrainedLenet } from './experiment.ts'
import { scores } from './scores.ts'

/** Paired differences of a score, with what an ordering tells of them. */
export interface PairedScores {
  readonly metric: string
  /** one for each pair: positive where the net that the claim says is better is so */
  readonly values: readonly number[]
  readonly unit: string
  readonly units: string
  readonly context: readonly Evidence[]
}

/**
 * By how much the better nets of several pairs are better on the test images: in accuracy by what they have more, in loss
 * by what they have less.
 *
 * @param names - of the two arms, as metrics have them: ['batch_normalisation', 'dropout']
 */
export function pairedTestScores(
  pairs: readonly TrainedPair[],
  score: keyof typeof scores,
  [better, worse]: readonly [better: string, worse: string],
): PairedScores {
  const { of, unit } = scores[score]
  const values = (pick: (pair: TrainedPair) => TrainedLenet) => pairs.map((pair) => of(pick(pair).test))
  const [ofBetter, ofWorse] = [values((pair) => pair.better), values((pair) => pair.worse)]
  const [first, second] = score === 'accuracy' ? [better, worse] : [worse, better]
  const sign = score === 'accuracy' ? 1 : -1
  return {
    metric: `${first}_minus_${second}_test_${score}`,
    values: ofBetter.map((value, pair) => sign * (value - ofWorse[pair]!)),
    unit,
    units: 'pairs of trainings',
    context: [
      meanEvidence(`${better}_test_${score}`, ofBetter, unit),
      meanEvidence(`${worse}_test_${score}`, ofWorse, unit),
    ],
  }
}

import { type Evidence, meanEvidence } from '../../claims/evidence.ts'
import type { Laboratory } from '../../training/laboratory.ts'
import type { TrainedLenet } from './experiment.ts'
import { compareOverSeeds, type LenetOverSeeds } from './over-seeds.ts'
import { accuracyOf, lossOf, scores } from './scores.ts'

/** How much better a net does on the images that it was trained on than on those of the test set. */
export interface GeneralisationGap {
  /** accuracy in training less that in the test: positive where it generalises imperfectly */
  readonly accuracy: number
  /** loss in the test less that in training, in nats */
  readonly loss: number
}

/**
 * When the images of the training are looked at: after it, in evaluation mode as those of the test are, or while it goes
 * on, in the last epoch. The latter is what Keras prints: of a net with half of its units dropped, whose weights still move.
 */
export type TrainingMode = 'evaluation' | 'while training'

/** The generalisation gap of a trained net. */
export function generalisationGap({ test, training, history }: TrainedLenet, mode: TrainingMode): GeneralisationGap {
  const seen =
    mode === 'evaluation'
      ? { accuracy: accuracyOf(training), loss: lossOf(training) }
      : { accuracy: history.at(-1)!.training.accuracy!, loss: history.at(-1)!.training.loss }
  return { accuracy: seen.accuracy - accuracyOf(test), loss: lossOf(test) - seen.loss }
}

/** Two arms over several seeds, and when the images of the training are looked at. */
export interface GapsOverSeeds extends LenetOverSeeds {
  readonly mode: TrainingMode
}

/** The gaps of a pair of trainings. */
export interface PairedGaps {
  readonly arm: GeneralisationGap
  readonly rival: GeneralisationGap
}

/**
 * The gaps of two arms, seed by seed.
 *
 * @throws as `compareOverSeeds` does
 */
export async function compareGaps({ mode, ...nets }: GapsOverSeeds, laboratory: Laboratory): Promise<PairedGaps[]> {
  const pairs = await compareOverSeeds(nets, laboratory)
  return pairs.map(({ better, worse }) => ({
    arm: generalisationGap(better, mode),
    rival: generalisationGap(worse, mode),
  }))
}

/** How much narrower the arm's gap is than its rival's, seed by seed: above 0 where it generalises better. */
export function narrowing(gaps: readonly PairedGaps[], score: keyof GeneralisationGap): Float64Array {
  return Float64Array.from(gaps, ({ arm, rival }) => rival[score] - arm[score])
}

/** The mean gap of the arm and of its rival, as evidence. */
export function gapEvidence(
  gaps: readonly PairedGaps[],
  score: keyof GeneralisationGap,
  names: { readonly arm: string; readonly rival: string },
): Evidence[] {
  return (['arm', 'rival'] as const).map((net) =>
    meanEvidence(
      `${names[net]}_gap_of_${score}`,
      gaps.map((pair) => pair[net][score]),
      scores[score].unit,
    ),
  )
}

import type { TrainedLenet } from './experiment.ts'
import { accuracyOf, lossOf } from './scores.ts'

/** How much better a net does on the images that it was trained on than on those of the test set. */
export interface GeneralisationGap {
  /** accuracy in training less that in the test, both in evaluation mode: positive where it generalises imperfectly */
  readonly accuracy: number
  /** loss in the test less that in training, both in evaluation mode, in nats */
  readonly loss: number
}

/**
 * The generalisation gap of a trained net. Both sets are evaluated in the same mode: the accuracy that Keras prints as
 * it trains is that of a net with half of its units dropped, and of weights that still move.
 */
export function generalisationGap({ test, training }: TrainedLenet): GeneralisationGap {
  return { accuracy: accuracyOf(training) - accuracyOf(test), loss: lossOf(test) - lossOf(training) }
}

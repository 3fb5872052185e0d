import type { EpochScores } from '../../training/train.ts'

/**
 * How many epochs a net was trained until its loss on the validation images had fallen to a level, by straight lines
 * between the ends of its epochs.
 *
 * @param history - of validated epochs
 * @param level - in nats
 * @returns epochs, at least 1, since nothing is known before the end of the first; infinity if the loss never fell so
 *   far, NaN if the level or a loss is not a number
 */
export function epochsToLoss(history: readonly EpochScores[], level: number): number {
  const losses = history.map(({ validation }) => validation!.loss)
  if ([level, ...losses].some(Number.isNaN)) return Number.NaN
  const index = losses.findIndex((loss) => loss <= level)
  if (index < 0) return Number.POSITIVE_INFINITY
  if (index === 0) return 1
  const [before, after] = [losses[index - 1]!, losses[index]!]
  return index + (before - level) / (before - after)
}

/**
 * How many times as many steps a slow net takes to a loss as a fast one: both to the loss that the slow one has at its
 * end. It is at most as many as there were epochs; where the fast net never gets there it is 0.
 */
export function stepsRatio(slow: readonly EpochScores[], fast: readonly EpochScores[]): number {
  return slow.length / epochsToLoss(fast, slow.at(-1)!.validation!.loss)
}

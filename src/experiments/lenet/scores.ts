import type { Answers } from './answers.ts'

/** Each image: 1 if it is classified rightly, 0 if not, NaN if the net diverged, which classifies nothing. */
export function rightness({ right, losses }: Answers): Float64Array {
  return losses.map((loss, image) => (Number.isFinite(loss) ? Number(right[image]) : Number.NaN))
}

/** The share of images that are classified rightly, 0 to 1; NaN if the net diverged. */
export function accuracyOf(answers: Answers): number {
  return average(rightness(answers))
}

/** The mean cross-entropy, in nats; NaN if the net diverged. */
export function lossOf({ losses }: Answers): number {
  return average(losses)
}

/** What claims compare nets by, with its unit. */
export const scores = {
  accuracy: { of: accuracyOf, unit: '1' },
  loss: { of: lossOf, unit: 'nat' },
} as const

function average(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

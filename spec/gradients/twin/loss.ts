import type { LossName } from '../../../src/training/loss.ts'
import type { Field, Values } from './field.ts'

/** A loss at a point, and its derivatives in the outputs. */
export interface LossTwin {
  readonly value: number
  readonly derivatives: Float64Array
}

/** The mean of the square differences. */
export function meanSquaredError(targets: Values, { values }: Field): LossTwin {
  const differences = Float64Array.from(values, (output, index) => output - targets[index]!)
  const count = differences.length
  return {
    value: differences.reduce((sum, difference) => sum + difference ** 2, 0) / count,
    derivatives: differences.map((difference) => (2 * difference) / count),
  }
}

/**
 * −Σ target · log softmax(logits), averaged over the rows. The derivative in a logit is its softmax, times the sum of the
 * row's targets, minus its target.
 */
export function softmaxCrossEntropy(targets: Values, logits: Field): LossTwin {
  return overRows(targets, logits, (target, row) => {
    const most = Math.max(...row)
    const exponentials = row.map((logit) => Math.exp(logit - most))
    const sum = total(exponentials)
    const all = total(target)
    return {
      value: total(target.map((share, index) => share * (most + Math.log(sum) - row[index]!))),
      derivatives: exponentials.map((exponential, index) => (exponential / sum) * all - target[index]!),
    }
  })
}

/** Keras's backend.epsilon(). */
const floor = 1e-7

/**
 * −Σ target · log share, averaged over the rows, where the shares of a row are its values by their sum, clipped to
 * [10⁻⁷, 1 − 10⁻⁷]. With g = −target / share, and 0 where a share is clipped, the derivative in a value is
 * (g − Σ g · share) / sum.
 */
export function categoricalCrossEntropy(targets: Values, probabilities: Field): LossTwin {
  return overRows(targets, probabilities, (target, row) => {
    const sum = total(row)
    const shares = row.map((value) => value / sum)
    const clipped = shares.map((share) => Math.min(Math.max(share, floor), 1 - floor))
    const slopes = shares.map((share, index) => (share === clipped[index]! ? -target[index]! / share : 0))
    const average = total(slopes.map((slope, index) => slope * shares[index]!))
    return {
      value: total(target.map((share, index) => -share * Math.log(clipped[index]!))),
      derivatives: slopes.map((slope) => (slope - average) / sum),
    }
  })
}

export const lossTwins: Readonly<Record<LossName, (targets: Values, outputs: Field) => LossTwin>> = {
  'mean squared error': meanSquaredError,
  'softmax cross-entropy': softmaxCrossEntropy,
}

interface RowLoss {
  readonly value: number
  readonly derivatives: readonly number[]
}

function overRows(
  targets: Values,
  { shape, values }: Field,
  ofRow: (target: readonly number[], row: readonly number[]) => RowLoss,
): LossTwin {
  const [rows, columns] = shape as [number, number]
  const rowOf = (all: Values, row: number) => Array.from({ length: columns }, (_, index) => all[row * columns + index]!)
  const losses = Array.from({ length: rows }, (_, row) => ofRow(rowOf(targets, row), rowOf(values, row)))
  return {
    value: total(losses.map(({ value }) => value)) / rows,
    derivatives: Float64Array.from(
      losses.flatMap(({ derivatives }) => derivatives),
      (derivative) => derivative / rows,
    ),
  }
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

import { randomStream } from '../../random/stream.ts'

/** How the two classes are written: as assigned, or as the notebook has it while it predicts −1, 0 or +1. */
export type Labels = 'plus-minus-one' | 'zero-one'

/** Whether both runs of a pair begin with the same weights, so that they differ by their training sets alone. */
export type FirstWeights = 'of each run' | 'of each pair'

/**
 * Independent training sets of one size, and where training starts on each. The drawn ones are float32, so that every
 * engine and the host see the same numbers.
 */
export interface TrainingSets<Numbers extends ArrayLike<number> = Float32Array> {
  readonly runs: number
  readonly points: number
  /** [runs, points, 2], in the unit square */
  readonly x: Numbers
  /** [runs, points], the labels */
  readonly y: Numbers
  /** [runs, 2], the first weights */
  readonly start: Numbers
}

/** One test set for each pair of training sets. */
export interface TestSets {
  readonly pairs: number
  readonly points: number
  /** [pairs, points, 2] float32, uniform in the unit square */
  readonly x: Float32Array
  /** [pairs, points] float32, the labels */
  readonly y: Float32Array
}

/** The label of a point: positive if x₁ > x₂, negative if x₁ ≤ x₂. */
export function labelOf(x1: number, x2: number, labels: Labels): number {
  return x1 > x2 ? 1 : labels === 'zero-one' ? 0 : -1
}

/**
 * Draws pairs of independent training sets, runs 2p and 2p + 1 for pair p: points uniform in the unit square, first
 * weights uniform in [−3, 3).
 */
export function drawTrainingSets(
  seed: string,
  pairs: number,
  points: number,
  labels: Labels,
  firstWeights: FirstWeights,
): TrainingSets {
  const runs = 2 * pairs
  const x = randomStream(seed, 'perceptron', 'training points').fillUniform(new Float32Array(runs * points * 2))
  const start = randomStream(seed, 'perceptron', 'first weights').fillUniform(new Float32Array(runs * 2), -3, 3)
  for (let pair = 0; firstWeights === 'of each pair' && pair < pairs; pair++) {
    start.copyWithin(4 * pair + 2, 4 * pair, 4 * pair + 2)
  }
  return { runs, points, x, y: labelsOf(x, labels), start }
}

/** Draws one test set a pair of training sets: both are tested on the same points, which no other pair sees. */
export function drawTestSets(seed: string, pairs: number, points: number, labels: Labels): TestSets {
  const x = randomStream(seed, 'perceptron', 'test points').fillUniform(new Float32Array(pairs * points * 2))
  return { pairs, points, x, y: labelsOf(x, labels) }
}

function labelsOf(x: Float32Array, labels: Labels): Float32Array {
  const y = new Float32Array(x.length / 2)
  for (let point = 0; point < y.length; point++) y[point] = labelOf(x[2 * point]!, x[2 * point + 1]!, labels)
  return y
}

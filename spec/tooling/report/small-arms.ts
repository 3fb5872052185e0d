import type { Measures } from '../../../src/experiments/perceptron/measures.ts'

/** What the figures read of an arm of which little more is known; as many pairs as there are accuracies. */
export function arm(weights: number[], accuracies: number[], disagreement: number[]): Measures {
  return {
    pairs: accuracies.length,
    weights: Float64Array.from(weights),
    // A positive point at (0.8, 0.2) and a negative one at (0.3, 0.6).
    firstTrainingSet: Float64Array.of(0.8, 0.2, -0.3, -0.6),
    testAccuracy: Float64Array.from(accuracies),
    disagreement: Float64Array.from(disagreement),
  } as Measures
}

const accuracies = [0.12, 0.57, 0.57, ...Array.from({ length: 97 }, (_, index) => 0.6 + index / 1000)]

/** Boundaries at 45°, 63.4°, 14.0° and 14.0°: the second pair agrees everywhere. */
export const worse = arm([1, -1, 2, -1, 1, -4, 1, -4], accuracies.with(0, 1), [0.1, 0.2])

/** Boundaries at 26.6°, −45°, 63.4° and 76.0°. */
export const better = arm([1, -2, 1, 1, 2, -1, 4, -1], accuracies, [0.3, 0.5])

/** The two pairs whose weights are given, without the other accuracies. */
export const two = { better: { ...better, pairs: 2 }, worse: { ...worse, pairs: 2 } }

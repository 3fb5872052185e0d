import type { TestSets, TrainingSets } from './data.ts'
import { angleBetween, hardMarginSolution, separatorNormal, type Vector } from './geometry.ts'
import type { TrainedPerceptrons } from './trained.ts'

/**
 * What is known of perceptrons trained on pairs of training sets. Each array has one value for each pair, the mean of
 * its two runs: pairs are independent, while the two runs of a pair share their test points.
 */
export interface Measures {
  readonly pairs: number
  /** [2·pairs, 2] float64, the trained weights */
  readonly weights: Float64Array
  /** y·x of the first training set, flat: [points, 2] */
  readonly firstTrainingSet: Float64Array
  /** fraction of the pair's test points that are classified as labelled, [pairs] */
  readonly testAccuracy: Float64Array
  /** the same of each run, [2·pairs] */
  readonly testAccuracyOfRuns: Float64Array
  /** fraction of the 20 training points that are classified as labelled, [pairs] */
  readonly trainingAccuracy: Float64Array
  /** training accuracy less test accuracy, [pairs] */
  readonly generalisationGap: Float64Array
  /** fraction of the test points that the two runs classify differently, [pairs] */
  readonly disagreement: Float64Array
  /** angle of the weights to (1, −1) in degrees, [pairs] */
  readonly angleToSeparator: Float64Array
  /** angle of the weights to the hard-margin solution of their training set in degrees, [pairs] */
  readonly angleToHardMargin: Float64Array
  /** last epoch that moved the weights; a run that still moved in the last epoch counts as that one, [pairs] */
  readonly lastUpdate: Float64Array
  /** runs whose training set is classified without an error, of 2·pairs */
  readonly fittedRuns: number
  /** runs that still moved in the last epoch, of 2·pairs: they converge beyond it */
  readonly censoredRuns: number
}

/** Measures trained perceptrons, in float64 on the host. */
export function measure(trained: TrainedPerceptrons, sets: TrainingSets, tests: TestSets, epochs: number): Measures {
  const { pairs } = tests
  const each = (value: (run: number) => number) =>
    Float64Array.from({ length: pairs }, (_, pair) => (value(2 * pair) + value(2 * pair + 1)) / 2)
  const weights = (run: number): Vector => [trained.weights[2 * run]!, trained.weights[2 * run + 1]!]
  const pairOf = (run: number) => run >> 1
  const testAccuracies = Float64Array.from({ length: sets.runs }, (_, run) =>
    accuracy(weights(run), tests, pairOf(run)),
  )
  const trainAccuracies = Float64Array.from({ length: sets.runs }, (_, run) => accuracy(weights(run), sets, run))
  return {
    pairs,
    weights: trained.weights,
    firstTrainingSet: signedPoints(sets, 0),
    testAccuracy: each((run) => testAccuracies[run]!),
    testAccuracyOfRuns: testAccuracies,
    trainingAccuracy: each((run) => trainAccuracies[run]!),
    generalisationGap: each((run) => trainAccuracies[run]! - testAccuracies[run]!),
    disagreement: Float64Array.from({ length: pairs }, (_, pair) =>
      disagreement(weights(2 * pair), weights(2 * pair + 1), tests, pair),
    ),
    angleToSeparator: each((run) => angleBetween(weights(run), separatorNormal)),
    angleToHardMargin: each((run) => angleBetween(weights(run), hardMarginSolution(signedPoints(sets, run)) ?? [0, 0])),
    lastUpdate: each((run) => trained.lastUpdate[run]!),
    fittedRuns: trainAccuracies.filter((value) => value === 1).length,
    censoredRuns: trained.lastUpdate.filter((epoch) => epoch === epochs).length,
  }
}

/** y·x of one training set, flat: [points, 2]. */
export function signedPoints({ points, x, y }: TrainingSets, run: number): Float64Array {
  return Float64Array.from({ length: 2 * points }, (_, index) => {
    return x[2 * points * run + index]! * y[points * run + (index >> 1)]!
  })
}

/** Fraction of the points of one set whose sign(w·x), −1, 0 or +1, equals the label as it is written. */
function accuracy([w1, w2]: Vector, sets: Pick<TestSets, 'points' | 'x' | 'y'>, set: number): number {
  let right = 0
  for (let point = sets.points * set; point < sets.points * (set + 1); point++) {
    if (Math.sign(w1 * sets.x[2 * point]! + w2 * sets.x[2 * point + 1]!) === sets.y[point]!) right++
  }
  return right / sets.points
}

function disagreement([v1, v2]: Vector, [w1, w2]: Vector, { points, x }: TestSets, set: number): number {
  let different = 0
  for (let point = points * set; point < points * (set + 1); point++) {
    const [x1, x2] = [x[2 * point]!, x[2 * point + 1]!]
    if (Math.sign(v1 * x1 + v2 * x2) !== Math.sign(w1 * x1 + w2 * x2)) different++
  }
  return different / points
}

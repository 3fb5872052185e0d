import fc from 'fast-check'
import type { TheoremQuestion } from '../../claims/judges/theorem.ts'
import { propertySeed } from '../../random/property-seed.ts'
import { tolerances } from '../../tolerances.ts'
import { type Criterion, lossOf, marginOf } from './criterion.ts'
import { type Labels, labelOf } from './data.ts'
import { hardMarginSolution, type Vector } from './geometry.ts'
import { submittedStep } from './submitted.ts'
import { trainOnHost } from './train-on-host.ts'

const cases = 1000

const real = (min: number, max: number) => fc.double({ min, max, noNaN: true })

/** Points of the unit square. */
export const pointArbitrary: fc.Arbitrary<Vector> = fc.tuple(real(0, 1), real(0, 1))

/** First weights of the assignment. */
export const weightsArbitrary: fc.Arbitrary<Vector> = fc.tuple(real(-3, 3), real(-3, 3))

/**
 * Points at least 0.02 off the line x₁ = x₂: any such set is separable with a margin of 0.02/√2 or more, which keeps
 * Novikoff's bound, and so the time to check it, small.
 */
export const separablePointArbitrary: fc.Arbitrary<Vector> = fc
  .tuple(real(0, 0.98), real(0.02, 1), fc.boolean())
  .map(([smaller, gap, positive]) => {
    const larger = Math.max(smaller + 0.02, smaller + gap * (1 - smaller))
    return positive ? ([larger, smaller] as const) : ([smaller, larger] as const)
  })

/**
 * Labels written as 0 and 1 never equal a predicted −1, so no weights are right on a negative point, unless it lies
 * exactly on their boundary, where the predicted 0 equals the label.
 */
export function labelsCapAccuracy(
  { labels }: { labels: Labels },
  { seed }: { seed: string },
): TheoremQuestion<[Vector, Vector[]]> {
  const points = fc.array(pointArbitrary, { minLength: 1, maxLength: 50 })
  return {
    statement: 'for any weights and points, no more are right than are positive or lie on the boundary',
    arbitrary: fc.oneof(
      { weight: 4, arbitrary: fc.tuple(weightsArbitrary, points) },
      // Weights whose boundary passes through the first point.
      { weight: 1, arbitrary: points.map((some): [Vector, Vector[]] => [[some[0]![1], -some[0]![0]], some]) },
    ),
    holds([[w1, w2], some]) {
      const sign = ([x1, x2]: Vector) => Math.sign(w1 * x1 + w2 * x2)
      const right = some.filter((point) => sign(point) === labelOf(...point, labels)).length
      return right <= some.filter((point) => point[0] > point[1] || sign(point) === 0).length
    },
    cases,
    seed: propertySeed(seed, 'labels cap accuracy'),
  }
}

/** The submitted hinge branch can only be entered at y = 0, where it adds lr·0·x: the perceptron's own step. */
export function hingeBranchIsDead(
  { labels }: { labels: Labels },
  { seed }: { seed: string },
): TheoremQuestion<[Vector, Vector]> {
  // Weights orthogonal to the point, and zero ones, make the predicted sign 0, the only way into the branch.
  const orthogonal = pointArbitrary.map(([x1, x2]): [Vector, Vector] => [
    [x2, -x1],
    [x1, x2],
  ])
  return {
    statement: 'for any weights and point, the submitted hinge step equals the submitted perceptron step bit for bit',
    arbitrary: fc.oneof(
      { weight: 4, arbitrary: fc.tuple(weightsArbitrary, pointArbitrary) },
      { weight: 1, arbitrary: orthogonal },
      { weight: 1, arbitrary: fc.tuple(fc.constant<Vector>([0, 0]), pointArbitrary) },
    ),
    holds([weights, point]) {
      const y = labelOf(...point, labels)
      const moved = (criterion: Criterion) => {
        const step = submittedStep(point[0] * weights[0] + point[1] * weights[1], y, criterion)
        return [weights[0] + step * point[0], weights[1] + step * point[1]]
      }
      const [hinge, perceptron] = [moved('hinge'), moved('perceptron')]
      return Object.is(hinge[0], perceptron[0]) && Object.is(hinge[1], perceptron[1])
    },
    cases,
    seed: propertySeed(seed, 'hinge branch is dead'),
  }
}

/** Training ends: after at most Novikoff's number of updates an epoch moves nothing. */
export function perceptronStops(
  { criterion, learningRate }: { criterion: Criterion; learningRate: number },
  { seed }: { seed: string },
): TheoremQuestion<[Vector, Vector[]]> {
  return {
    statement:
      'for any separable set and first weights, at most as many updates are made as Novikoff allows, then none',
    arbitrary: fc.tuple(weightsArbitrary, fc.array(separablePointArbitrary, { minLength: 1, maxLength: 20 })),
    holds([start, points]) {
      const y = points.map(([x1, x2]) => labelOf(x1, x2, 'plus-minus-one'))
      const most = mostUpdates(
        start,
        points.flatMap(([x1, x2], index) => [x1 * y[index]!, x2 * y[index]!]),
        learningRate,
      )
      const set = { runs: 1, points: points.length, x: points.flat(), y, start }
      // A bound that is reached exactly may come out a rounding error short.
      const bound = Math.floor(most + tolerances.hostStatistic.size * (1 + most))
      const epochs = bound + 1
      const { updates, lastUpdate } = trainOnHost(set, { a: marginOf[criterion], epochs, learningRate })
      return updates[0]! <= bound && lastUpdate[0]! < epochs
    },
    cases: 200,
    seed: propertySeed(seed, 'perceptron stops'),
  }
}

/** A point that is right by a margin of `margin` or more costs nothing and moves nothing. */
export function farPointsAddNothing(
  { criterion, margin }: { criterion: Criterion; margin: number },
  { seed }: { seed: string },
): TheoremQuestion<[Vector, Vector]> {
  const a = marginOf[criterion]
  return {
    statement: `for any weights and point with y(w·x) of ${margin} or more, the loss is 0 and a step leaves the weights`,
    // Weights along y·x for the margin, and any part across it, which changes no margin.
    arbitrary: fc.tuple(separablePointArbitrary, real(margin, 10), real(-3, 3)).map(([[x1, x2], right, across]) => {
      const y = labelOf(x1, x2, 'plus-minus-one')
      const along = (y * right) / (x1 * x1 + x2 * x2)
      return [
        [along * x1 - across * x2, along * x2 + across * x1],
        [x1, x2],
      ]
    }),
    holds([start, [x1, x2]]) {
      const y = labelOf(x1, x2, 'plus-minus-one')
      const reached = y * (start[0] * x1 + start[1] * x2)
      // Rounding may leave it just short of the margin that it was made for.
      fc.pre(reached >= margin)
      const { weights } = trainOnHost(
        { runs: 1, points: 1, x: [x1, x2], y: [y], start },
        { a, epochs: 1, learningRate: 1 },
      )
      return lossOf(reached, a) === 0 && weights[0] === start[0] && weights[1] === start[1]
    },
    cases,
    seed: propertySeed(seed, 'far points add nothing'),
  }
}

/**
 * The most updates that a perceptron makes on a separable set from any first weights. With u the unit vector of the
 * largest margin γ, R the longest point and k updates: u·w₀ + k·lr·γ ≤ u·wₖ ≤ |wₖ| ≤ √(|w₀|² + k·lr²·R²). The bound is
 * the larger root of the quadratic in k; from w₀ = 0 it is (R/γ)².
 *
 * @param signed - y·x of each point, flat: [points, 2]
 * @see A. B. J. Novikoff, On convergence proofs on perceptrons, 1962
 */
export function mostUpdates(start: Vector, signed: readonly number[], learningRate: number): number {
  const nearest = hardMarginSolution(signed)
  if (nearest === null) return Number.POSITIVE_INFINITY
  const margin = Math.hypot(...nearest)
  let longest = 0
  for (let i = 0; i < signed.length; i += 2) longest = Math.max(longest, Math.hypot(signed[i]!, signed[i + 1]!))
  const [w1, w2] = [start[0] / learningRate, start[1] / learningRate]
  const along = (w1 * nearest[0] + w2 * nearest[1]) / margin
  // (along + kγ)² ≤ |w₀|² + kR² as a quadratic in k; where along + kγ < 0 the inequality says nothing, and k is below.
  const b = 2 * along * margin - longest ** 2
  const c = along ** 2 - (w1 * w1 + w2 * w2)
  const square = margin ** 2
  const spread = Math.sqrt(Math.max(0, b * b - 4 * square * c))
  // The form without cancellation, whatever the sign of b; both vanish only together with the root.
  const root = b > 0 ? (-2 * c) / (b + spread) : (spread - b) / (2 * square)
  return Math.max(0, root, -along / margin)
}

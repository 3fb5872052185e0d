import type { LabelledPoints } from './squares.ts'

/**
 * The label that most of the nearest points bear, by Euclidean distance.
 *
 * @param neighbours - how many points vote; odd, so that there is no draw
 */
export function classify({ places, labels }: LabelledPoints, x: number, y: number, neighbours: number): number {
  const distances = Float64Array.from(
    labels,
    (_, point) => (places[2 * point]! - x) ** 2 + (places[2 * point + 1]! - y) ** 2,
  )
  const nearest = Array.from(labels.keys()).sort((a, b) => distances[a]! - distances[b]!)
  const votes = nearest.slice(0, neighbours).filter((point) => labels[point] === 1).length
  return 2 * votes > neighbours ? 1 : 0
}

/** The share of some points that others classify rightly. */
export function accuracy(training: LabelledPoints, { places, labels }: LabelledPoints, neighbours: number): number {
  const right = labels.filter((label, point) => {
    return classify(training, places[2 * point]!, places[2 * point + 1]!, neighbours) === label
  })
  return right.length / labels.length
}

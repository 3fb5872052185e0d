import { product, type Values } from './field.ts'

/**
 * The loss of a perceptron at a point, max{0, a − y(w·x)}, and its derivatives in the weights, −y·x where it is above
 * zero and 0 where it is below. a = 0 is the perceptron criterion, a = 1 hinge loss.
 *
 * @param label - y, 1 or −1
 */
export function marginLoss(weights: Values, point: Values, label: number, a: number) {
  const missing = a - label * product(weights, point)
  return {
    value: Math.max(0, missing),
    derivatives: Float64Array.from(point, (coordinate) => (missing > 0 ? -label * coordinate : 0)),
  }
}

/** The two losses of the assignment, by name: max{0, a − y(w·x)} with a = 0 and a = 1. */
export type Criterion = 'perceptron' | 'hinge'

/** The assignment's a: the margin below which a point costs something. */
export const marginOf: Readonly<Record<Criterion, number>> = { perceptron: 0, hinge: 1 }

/**
 * The loss of a point, max{0, a − m}.
 *
 * @param margin - m = y(w·x), any real number
 * @param a - the margin that costs nothing, at least 0
 */
export function lossOf(margin: number, a: number): number {
  return Math.max(0, a - margin)
}

/**
 * Whether a point moves the weights, by lr·y·x, which is minus the learning rate times a subgradient of the loss.
 *
 * The loss has a kink at m = a, where every step from none to the whole one is a subgradient step. A point on the
 * boundary, m = 0, is predicted as class 0, which is wrong, so it updates (else the perceptron never leaves w = 0);
 * a point at m = a > 0 is right and costs nothing, so it does not.
 */
export function isUpdated(margin: number, a: number): boolean {
  return margin < a || margin <= 0
}

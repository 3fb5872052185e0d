/** A vector of the plane. */
export type Vector = readonly [number, number]

/** Normal of the true separator x₁ − x₂ = 0. */
export const separatorNormal: Vector = [1, -1]

/** The angle between two vectors in degrees, of [0, 180]; NaN if one has no length. */
export function angleBetween([a1, a2]: Vector, [b1, b2]: Vector): number {
  if ((a1 === 0 && a2 === 0) || (b1 === 0 && b2 === 0)) return Number.NaN
  return (Math.atan2(Math.abs(a1 * b2 - a2 * b1), a1 * b1 + a2 * b2) * 180) / Math.PI
}

/**
 * The hard-margin solution through the origin: the direction w of length 1 that maximises min y(w·x). By duality it
 * points to that point of the convex hull of all y·x that is nearest to the origin, and its margin is the distance
 * (C. J. C. Burges, A tutorial on support vector machines, 1998, section 3). In the plane the nearest point lies on a
 * segment between two of them.
 *
 * @param signed - y·x of each point, flat: [points, 2]
 * @returns the nearest point: its direction is the solution and its length the margin; null if the set is not
 *   separable through the origin
 */
export function hardMarginSolution(signed: ArrayLike<number>): Vector | null {
  let nearest: Vector = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  let nearestSquare = Number.POSITIVE_INFINITY
  for (let i = 0; i < signed.length; i += 2) {
    for (let j = i; j < signed.length; j += 2) {
      const [p1, p2] = nearestOfSegment(signed[i]!, signed[i + 1]!, signed[j]!, signed[j + 1]!)
      const square = p1 * p1 + p2 * p2
      if (square < nearestSquare) {
        nearest = [p1, p2]
        nearestSquare = square
      }
    }
  }
  return isSeparatedBy(nearest, signed) ? nearest : null
}

/** Whether y(w·x) > 0 for every point. */
export function isSeparatedBy([w1, w2]: Vector, signed: ArrayLike<number>): boolean {
  for (let i = 0; i < signed.length; i += 2) if (!(w1 * signed[i]! + w2 * signed[i + 1]! > 0)) return false
  return true
}

function nearestOfSegment(a1: number, a2: number, b1: number, b2: number): Vector {
  const [d1, d2] = [b1 - a1, b2 - a2]
  const square = d1 * d1 + d2 * d2
  const along = square === 0 ? 0 : Math.min(1, Math.max(0, -(a1 * d1 + a2 * d2) / square))
  return [a1 + along * d1, a2 + along * d2]
}

/*
 * The points i / 2^k for i from 0 to 2^k − 1, of class i mod 2: as hard as can be for a net of few pieces, easy for a deep
 * one. A net puts a point into class 1 where its output is 1/2 or more.
 *
 * M. Telgarsky, Representation Benefits of Deep Feedforward Networks, 2015, arXiv 1509.08101.
 */

/**
 * The largest k for which float32, with its 24 bits, holds each point. Of the next set a quarter of the points is rounded
 * onto neighbours of the other class, so that no net could tell them apart.
 */
export const largestExponent = 24

/** The points i / 2^k at some places i. */
export function pointsAt(places: Uint32Array, exponent: number): Float32Array {
  const points = new Float32Array(places.length)
  for (let index = 0; index < places.length; index++) points[index] = places[index]! / 2 ** exponent
  return points
}

/** All places of a set: 0 to 2^k − 1. */
export function allPlaces(exponent: number): Uint32Array {
  return new Uint32Array(2 ** exponent).map((_, place) => place)
}

/** How many outputs put the point at their place into the wrong class. */
export function errorCount(outputs: ArrayLike<number>, places: Uint32Array): number {
  let errors = 0
  for (let index = 0; index < places.length; index++) {
    if ((outputs[index]! >= 1 / 2 ? 1 : 0) !== places[index]! % 2) errors++
  }
  return errors
}

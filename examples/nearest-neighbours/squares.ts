import type { Stream } from '../../src/random/stream.ts'

/** Points of the unit square with a label each. */
export interface LabelledPoints {
  /** [points, 2], x and y of a point beside each other, in [0, 1) */
  readonly places: Float64Array
  /** [points], 0 or 1 */
  readonly labels: Uint8Array
}

/**
 * Draws points of a board of two by two squares, whose label is the colour of their square.
 *
 * @param flipped - the chance of each label to be the wrong one, in [0, 1)
 */
export function drawSquares(stream: Stream, points: number, flipped: number): LabelledPoints {
  const places = stream.fillUniform(new Float64Array(2 * points))
  const labels = Uint8Array.from({ length: points }, (_, point) => {
    const colour = Number(places[2 * point]! < 0.5) ^ Number(places[2 * point + 1]! < 0.5)
    return stream.uniform() < flipped ? 1 - colour : colour
  })
  return { places, labels }
}

/** The plane is sampled from −512 to 512 on both axes. */
export const halfWidth = 512

/** Standard deviation of the noise on the target: the assignment's N(0, 0.3), as the notebook reads it. */
export const noiseDeviation = 0.3

/** The least value on the square, and where it lies: at its edge. As published; to more digits x2 is 404.23180. */
export const minimum = { x1: 512, x2: 404.2319, value: -959.6407 } as const

/**
 * The Eggholder function, in float64, in the notebook's order of operations.
 *
 * @see the first cell of Problem 4
 * @example eggholder(512, 404.2319) // −959.64
 */
export function eggholder(x1: number, x2: number): number {
  return (
    -((x2 + 47) * Math.sin(Math.sqrt(Math.abs(x1 / 2 + (x2 + 47))))) -
    x1 * Math.sin(Math.sqrt(Math.abs(x1 - (x2 + 47))))
  )
}

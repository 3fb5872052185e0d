/**
 * Standard normal values by Marsaglia's polar method: a point uniform in the unit disc gives two independent normals.
 * The second is kept for the next call, whatever else is drawn from the source in between.
 *
 * @see G. Marsaglia and T. A. Bray, A convenient method for generating normal variables, SIAM Review 6 (1964)
 */
export class PolarNormals {
  readonly #uniform: () => number
  #kept: number | undefined

  /** @param uniform - draws a double from [0, 1) */
  constructor(uniform: () => number) {
    this.#uniform = uniform
  }

  next(): number {
    if (this.#kept !== undefined) {
      const value = this.#kept
      this.#kept = undefined
      return value
    }
    let x: number
    let y: number
    let squaredRadius: number
    do {
      x = 2 * this.#uniform() - 1
      y = 2 * this.#uniform() - 1
      squaredRadius = x * x + y * y
    } while (squaredRadius >= 1 || squaredRadius === 0)
    const factor = Math.sqrt((-2 * Math.log(squaredRadius)) / squaredRadius)
    // NumPy's order, which its stream needs: the second coordinate first, the first one kept.
    this.#kept = factor * x
    return factor * y
  }
}

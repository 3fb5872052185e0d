/**
 * Refuses scalars that no judge can work with, before they decide anything: NaN compares as false with everything.
 *
 * @param scalars - by the names of the question's fields
 * @throws {RangeError} for a scalar that is not finite; for an `alpha` outside (0, 0.5); for a `smallestEffect` or a
 *   `resolution` that is not positive; for an `extraVariance` below 0
 */
export function checkScalars(scalars: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(scalars)) {
    if (!Number.isFinite(value)) throw new RangeError(`${name} must be finite, but is ${value}`)
    const [low, high] = ranges[name] ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
    if (value < low || value >= high) throw new RangeError(`${name} must lie in [${low}, ${high}), but is ${value}`)
  }
}

/**
 * Refuses a count that is none.
 *
 * @param counts - by the names of the question's fields
 * @throws {RangeError} for a count that is not an integer of 0 or more
 */
export function checkCount(counts: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(counts)) {
    if (!Number.isInteger(value) || value < 0) throw new RangeError(`${name} is counted, but is ${value}`)
  }
}

const smallest = Number.MIN_VALUE
const ranges: Readonly<Record<string, readonly [low: number, high: number]>> = {
  alpha: [smallest, 0.5],
  smallestEffect: [smallest, Number.POSITIVE_INFINITY],
  resolution: [smallest, Number.POSITIVE_INFINITY],
  extraVariance: [0, Number.POSITIVE_INFINITY],
}

import type { LayerParameters } from '../../../src/training/network-parameters.ts'

/*
 * The twins of this folder are what the engine computes in float32, in float64 and straight from the definitions: plain
 * loops without tfjs, each with its derivatives worked out by hand.
 */

export type Values = ArrayLike<number>

/** What becomes of numbers that are kept: in float64 nothing, unless the errors of float32 are to be felt. */
export type Round = (values: Values) => Values

export const exactly: Round = (values) => values

/** Numbers and how they lie: the last axis is the innermost. */
export interface Field {
  readonly shape: readonly number[]
  readonly values: Values
}

/** A layer's output, and the way back from it. */
export interface Twin {
  readonly output: Field
  /** @param after - the derivatives of what comes after in the output, in the output's order */
  back(after: Values): Derivatives
}

/** Derivatives in what a layer took, and in its parameters. */
export interface Derivatives {
  readonly input: Float64Array
  readonly parameters: LayerParameters<Float64Array>
}

export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1)
}

/** The field of the absolute values. */
export function absolute({ shape, values }: Field): Field {
  return { shape, values: sizes(values) }
}

/** The absolute values. */
export function sizes(values: Values): Float64Array {
  return Float64Array.from(values, Math.abs)
}

/** The values of one of so many parts of equal size, for example of one net of an ensemble. */
export function partOf(values: Values, parts: number, part: number): Float64Array {
  const size = values.length / parts
  return Float64Array.from({ length: size }, (_, index) => values[part * size + index]!)
}

/** Σ a · b */
export function product(a: Values, b: Values): number {
  let sum = 0
  for (let index = 0; index < a.length; index++) sum += a[index]! * b[index]!
  return sum
}

/** The sum over all axes but the last. */
export function sumOfRows(values: Values, columns: number): Float64Array {
  const sums = new Float64Array(columns)
  for (let index = 0; index < values.length; index++) sums[index % columns]! += values[index]!
  return sums
}

import { meanOf } from './mean.ts'

/** Mean and biased variance of values, in float64 by two passes; NaN if a value is. NumPy's `var` is the biased one. */
export function momentsOf(values: ArrayLike<number>): { readonly mean: number; readonly variance: number } {
  const mean = meanOf(values)
  let squares = 0
  for (let index = 0; index < values.length; index++) squares += (values[index]! - mean) ** 2
  return { mean, variance: squares / values.length }
}

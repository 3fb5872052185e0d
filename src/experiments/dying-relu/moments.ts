/** Mean and biased variance of values, in float64 by two passes; NaN if a value is. NumPy's `var` is the biased one. */
export function momentsOf(values: Float64Array): { readonly mean: number; readonly variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length }
}

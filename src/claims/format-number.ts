/** A number for people: four significant digits, no exponent where it can be avoided. */
export function formatNumber(value: number | null): string {
  if (value === null) return 'not finite'
  if (value === 0) return '0'
  const size = Math.abs(value)
  if (size >= 1e6 || size < 1e-4) return value.toExponential(2)
  return String(Number(value.toPrecision(4)))
}

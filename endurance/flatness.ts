import { quantile } from '../src/statistics/quantile.ts'
import { allowance, tolerances } from '../src/tolerances.ts'

/** Of the second half of the runs to the first. */
export const mostGrowth = 1 + allowance(1, tolerances.soakGrowth)

/** Fewer runs than that have medians of so few that they may differ by more than `mostGrowth` by chance. */
export const fewestRuns = 10

/**
 * How the median of the second half of a row of runs compares to that of the first; the middle one of an odd number is in both. Nothing at
 * all does not grow.
 */
export function growth(values: readonly number[]): number {
  const half = Math.ceil(values.length / 2)
  const [first, second] = [quantile(values.slice(0, half), 0.5), quantile(values.slice(-half), 0.5)]
  return first === second ? 1 : second / first
}

/** What grew how much, in one sentence. */
export function growthSentence(growths: Readonly<Record<string, number>>): string {
  const each = Object.entries(growths).map(([what, ratio]) => `${what} ${ratio.toFixed(3)}`)
  return `Second half of the runs to the first, by their medians: ${each.join(', ')}; at most ${mostGrowth} is flat.`
}

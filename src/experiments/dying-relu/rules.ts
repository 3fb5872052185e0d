/**
 * What counts as a collapse: by the notebook's rule, the variance of the output over the test points is at most 0.001; as
 * a constant, it is at most 1e-12, a standard deviation of a millionth around outputs of about 1, some eight units in the last
 * place of float32, which is what the roundings of a few layers add up to; dead, no hidden path is active anywhere on the domain (see `aliveOn`), which is for ReLU only.
 */
export type Rule = 'notebook' | 'constant' | 'dead'

/** The largest variance that each rule on the output calls a collapse. The notebook writes its own as 10e-4. */
export const largestVariance = { notebook: 1e-3, constant: 1e-12 } as const

/** What the rules look at, of each run. */
export interface Outcomes {
  /** of the output over the run's test points, in float64, [runs]; not finite for a net that diverged */
  readonly variance: Float64Array
  /** 1 for a net that is alive nowhere on the domain after its training, else 0, [runs]; all 0 for leaky ReLU */
  readonly dead: Uint8Array
}

/** Whether each run has collapsed by a rule; one that diverged has not. */
export function collapsedBy(rule: Rule, { variance, dead }: Outcomes): boolean[] {
  if (rule === 'dead') return Array.from(dead, Boolean)
  return Array.from(variance, (value) => value <= largestVariance[rule])
}

/** How many runs have collapsed by a rule, as a judge of rates takes it. */
export function collapseCount(rule: Rule, outcomes: Outcomes) {
  return {
    successes: collapsedBy(rule, outcomes).filter(Boolean).length,
    trials: outcomes.variance.length,
    diverged: divergedCount(outcomes),
  }
}

/** How many runs ended with outputs that are not finite. */
export function divergedCount({ variance }: Outcomes): number {
  return variance.filter((value) => !Number.isFinite(value)).length
}

/** Whether either of two paired runs ended with outputs that are not finite. */
export function divergedPairs(first: Outcomes, second: Outcomes): boolean[] {
  return Array.from(first.variance, (value, run) => !Number.isFinite(value + second.variance[run]!))
}

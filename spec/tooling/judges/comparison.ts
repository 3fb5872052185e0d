import type { Comparison } from '../../../src/claims/judges/agreement.ts'

/** 0.9 in the reference, against so many successes of 4000 runs. */
export const comparison = (successes: number, changes: Partial<Comparison> = {}): Comparison => ({
  metric: 'share_dead',
  measured: { successes, trials: 4000 },
  reference: { successes: 90_000, trials: 100_000 },
  resolution: 0.1,
  ...changes,
})

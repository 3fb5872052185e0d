import { tolerances } from '../tolerances.ts'
import { type Evidence, isTimed } from './evidence.ts'
import type { Kind } from './front-matter.ts'
import type { Metric } from './metric-snapshot.ts'

/**
 * The metrics of a claim that a later run on the same engine, with the same scale and seed, must repeat, each with the
 * tolerance of its kind. Times are left out.
 */
export function metricsToStore(kind: Kind, evidence: readonly Pick<Evidence, 'metric' | 'unit' | 'value'>[]): Metric[] {
  const tolerance = kind === 'exact' || kind === 'theorem' ? tolerances.exact : tolerances.hostStatistic
  return evidence
    .filter((one) => !isTimed(one))
    .map(({ metric, unit, value }) => ({ name: metric, unit, value, tolerance }))
}

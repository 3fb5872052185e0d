import type { EngineName } from '../../backend/engine.ts'
import { nameOf } from '../../claims/front-matter.ts'
import type { Metric } from '../../claims/metric-snapshot.ts'
import { sampleOf } from '../../statistics/sample.ts'
import { allowance, isClose } from '../../tolerances.ts'
import type { ClaimsJson } from '../claims-json.ts'

/** A stored metric, and what it is with fresh seeds. */
export interface MetricOverSeeds {
  readonly claim: string
  readonly stored: Metric
  /** how far from the stored value the same seed may be */
  readonly allowance: number
  /** of each seed that has a finite one */
  readonly values: readonly number[]
  /** seeds whose value lies within the tolerance */
  readonly inside: number
  /** how many standard deviations of the seeds the stored value lies from their mean; null if they are all one */
  readonly place: number | null
}

/**
 * The stored metrics over fresh seeds. A tolerance is one of the same seed: what another seed gives is to lie outside, unless
 * chance plays no part. The stored value itself is one more draw, so its place among the others shows whether the default
 * seed is like any other.
 *
 * @param all - of which only those of runs on the engine of the stored metrics are compared
 * @param engine - that of the stored metrics
 * @param storedOf - the stored metrics of a spec file, none if there are none
 */
export function metricsOverSeeds(
  all: readonly ClaimsJson[],
  engine: EngineName,
  storedOf: (file: string) => readonly Metric[],
): MetricOverSeeds[] {
  const reports = all.filter(({ backend }) => backend.name === engine)
  const claims = new Map(reports.flatMap(({ claims }) => claims).map((entry) => [nameOf(entry), entry.file]))
  return [...claims].flatMap(([claim, file]) =>
    storedOf(file).flatMap((stored) => {
      const values = reports
        .flatMap((report) => report.claims.filter((entry) => nameOf(entry) === claim))
        .flatMap(({ evidence }) => evidence.filter(({ metric }) => metric === stored.name))
        .flatMap(({ value }) => (value === null ? [] : [value]))
      if (stored.value === null || values.length === 0) return []
      const { value, tolerance } = stored
      return {
        claim,
        stored,
        allowance: allowance(value, tolerance),
        values,
        inside: values.filter((each) => isClose(each, value, tolerance)).length,
        place: placeOf(value, values),
      }
    }),
  )
}

/** Over the spread that one more draw has around the mean of these. */
function placeOf(value: number, values: readonly number[]): number | null {
  if (values.length < 2) return null
  const { n, mean, standardDeviation } = sampleOf(values)
  return standardDeviation === 0 ? null : (value - mean) / (standardDeviation * Math.sqrt(1 + 1 / n))
}

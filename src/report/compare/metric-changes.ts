import { formatNumber } from '../../claims/format-number.ts'
import { compareMetrics, type Metric } from '../../claims/metric-snapshot.ts'
import { metricsToStore } from '../../claims/metrics-to-store.ts'
import type { ChangeOfClaim } from './change.ts'
import type { ComparedClaim } from './compared-report.ts'

/** The metrics of a claim that are out of tolerance, vanished or new, in two runs that must give the same. */
export function metricChanges(before: ComparedClaim, after: ComparedClaim): ChangeOfClaim[] {
  // What was not judged has no metrics, and the verdict says so.
  if (before.evidence.length === 0 || after.evidence.length === 0) return []
  const [expected, obtained] = [before, after].map(({ kind, evidence }) => ({
    header: '',
    metrics: metricsToStore(kind, evidence) as readonly Metric[],
  }))
  const { faults } = compareMetrics(obtained!, expected!)
  return [...faults].map(([name, fault]) => ({
    difference: 'metric',
    words: `${name}: ${fault}${outsideInterval(name, before, after)}`,
    regressed: true,
  }))
}

/** Tells a real change from one of rounding. */
function outsideInterval(name: string, before: ComparedClaim, after: ComparedClaim): string {
  const earlier = before.evidence.find(({ metric }) => metric === name)
  const value = after.evidence.find(({ metric }) => metric === name)?.value ?? null
  if (!earlier || earlier.low === null || earlier.high === null || value === null) return ''
  const place = value >= earlier.low && value <= earlier.high ? 'inside' : 'outside'
  return `, ${place} the earlier interval [${formatNumber(earlier.low)}, ${formatNumber(earlier.high)}]`
}

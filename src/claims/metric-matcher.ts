import { expect, Snapshots } from 'vitest'
import {
  compareMetrics,
  type MetricComparison,
  type MetricSnapshot,
  parseMetrics,
  renderMetrics,
} from './metric-snapshot.ts'

declare module 'vitest' {
  // biome-ignore lint/suspicious/noExplicitAny: the parameter's name and bound must be those of Vitest's own declaration
  interface Matchers<T = any> {
    /** Compares metrics with the stored ones within their tolerances; once in a test. */
    toMatchStoredMetrics(): T
  }
}

expect.extend({
  toMatchStoredMetrics(received: MetricSnapshot) {
    let comparison: MetricComparison | null = null
    const result = Snapshots.toMatchDomainSnapshot.call(
      this,
      {
        name: 'metrics',
        capture: (value) => value as MetricSnapshot,
        render: renderMetrics,
        parseExpected: parseMetrics,
        match(captured, expected) {
          comparison = compareMetrics(captured, expected)
          return comparison
        },
      },
      received,
    )
    // Vitest's own message names only the snapshot; the rows that differ say more, and its diff would repeat them.
    return comparison === null || !('pass' in result)
      ? result
      : { pass: result.pass, message: () => comparison!.message }
  },
})

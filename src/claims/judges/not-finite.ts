import type { Evidence } from '../evidence.ts'

/** What any judge says of values some of which are NaN or infinite. */
export function notFinite({ metric, n, diverged }: Evidence) {
  const finding = `${diverged} of ${n} values are not finite, so ${metric} is not judged.`
  return { verdict: 'inconclusive', lost: 1, detectable: null, finding } as const
}

import type { ClaimRecord } from '../claims/record.ts'

/** Shards run side by side: together they take as long as the slowest. */
export function secondsOfShards(milliseconds: readonly number[]): number {
  return Math.max(0, ...milliseconds) / 1000
}

/**
 * What is wrong with shards that are not of one run, in sentences: a report has one scale, one seed and one engine.
 */
export function mixedRuns(claims: readonly { readonly record: ClaimRecord }[]): string[] {
  const runs = new Set(claims.map(({ record: { scale, seed } }) => `${scale} scale with the seed ${seed}`))
  const engines = new Set(
    claims.flatMap(({ record: { engine } }) =>
      engine === null ? [] : `${engine.name}, ${engine.package} ${engine.version}`,
    ),
  )
  return [runs, engines]
    .filter(({ size }) => size > 1)
    .map(
      (different) =>
        `The claims are of different runs: ${[...different].join('; ')}. Merge the shards of one run alone.`,
    )
}

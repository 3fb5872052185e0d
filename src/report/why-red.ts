import type { ClaimEntry } from './claims-json.ts'

/** What is wrong with a red claim, as a sentence. */
export function whyRed({ verdict, pinned }: Pick<ClaimEntry, 'verdict' | 'pinned'>): string {
  return verdict === pinned
    ? 'Its verdict is the one pinned, but it is not safely so, or its twin or a metric is at fault.'
    : `It is ${verdict}, pinned as ${pinned}.`
}

import type { ClaimEntry } from '../claims-json.ts'

/** Where a claim stands in the page, for instance 'P1.3-as-assigned-far-points'. */
export function anchorOf({ id, reading, part }: Pick<ClaimEntry, 'id' | 'reading' | 'part'>): string {
  return `${id}-${reading}-${part}`.replace(/[^A-Za-z0-9.]+/g, '-')
}

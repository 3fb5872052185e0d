import type { Evidence } from '../../claims/evidence.ts'
import type { ClaimEntry, ClaimsJson } from '../claims-json.ts'

/** What of a report is compared with another one; it may be of an older make, or of an engine that is not known here. */
export type ComparedReport = Pick<ClaimsJson, 'scale' | 'seed' | 'partial' | 'commit'> & {
  readonly backend: { readonly name: string }
  readonly claims: readonly ComparedClaim[]
}

export type ComparedClaim = Pick<
  ClaimEntry,
  'id' | 'reading' | 'part' | 'kind' | 'statement' | 'verdict' | 'pinned' | 'passed'
> & {
  readonly evidence: readonly Pick<Evidence, 'metric' | 'value' | 'low' | 'high' | 'unit'>[]
}

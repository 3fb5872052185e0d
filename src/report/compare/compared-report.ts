import type { Evidence } from '../../claims/evidence.ts'
import type { ClaimEntry, ClaimsJson } from '../claims-json.ts'

/** What of a report is compared with another one; its engine may be one that is not known here. */
export type ComparedReport = Pick<ClaimsJson, 'scale' | 'seed' | 'partial' | 'notLoaded' | 'commit'> & {
  readonly backend: { readonly name: string }
  readonly claims: readonly ComparedClaim[]
}

export type ComparedClaim = Pick<
  ClaimEntry,
  'id' | 'reading' | 'part' | 'kind' | 'statement' | 'file' | 'verdict' | 'pinned' | 'passed'
> & {
  readonly evidence: readonly Pick<Evidence, 'metric' | 'value' | 'low' | 'high' | 'unit'>[]
}

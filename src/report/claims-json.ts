import type { EngineDescription } from '../backend/engine.ts'
import { familywise, spent } from '../claims/error-budget.ts'
import { type Evidence, isTimed } from '../claims/evidence.ts'
import { type Kind, pinnedVerdict, type Reading, type Scope } from '../claims/front-matter.ts'
import type { ClaimRecord } from '../claims/record.ts'
import type { Outcome } from '../claims/verdict.ts'
import type { Scale } from '../switches.ts'

/** The report as other tools read it; its form is versioned by `schema`. Rates and accuracies are fractions. */
export interface ClaimsJson {
  readonly schema: 1
  readonly scale: Scale
  readonly seed: string
  /** true when not every claim of the suite was run */
  readonly partial: boolean
  /** spec files of claims that failed to load, or that state none; relative to the project, with forward slashes */
  readonly notLoaded: readonly string[]
  /** what made the run red beside its claims, in sentences: an overspent error budget, a claim that stands twice, … */
  readonly faults: readonly string[]
  /** null outside a git checkout */
  readonly commit: string | null
  readonly wallSeconds: number
  readonly backend: EngineDescription
  readonly data: { readonly mnist: 'genuine' | 'synthetic' | 'absent'; readonly mnistDigest: string | null }
  /** spent by what is decided, but for claims about seconds: with them the sum would be another in each run */
  readonly errorBudget: { readonly familywise: number; readonly spent: number }
  readonly claims: readonly ClaimEntry[]
}

/** One (id, reading, part) of the report. */
export interface ClaimEntry {
  readonly id: string
  readonly reading: Reading
  readonly part: string
  readonly kind: Kind
  readonly scope: Scope | null
  readonly statement: string
  readonly source: string
  readonly reported: string | null
  readonly reportedValue: number | null
  readonly file: string
  readonly seconds: number
  readonly verdict: Outcome
  readonly pinned: string
  /** false when the gate is red for this claim: verdict, its safety, twin or metrics */
  readonly passed: boolean
  /** what its failed tests said, one each: the flipped verdict, the twin, the metrics that differ */
  readonly failures: readonly string[]
  readonly test: string | null
  readonly alpha: number
  /** chance that a fresh seed misses the verdict, if the measured effect is the true one */
  readonly lost: number
  readonly detectable: number | null
  /** the number that the claim compares the first evidence with; null if none, or if it is the reported one */
  readonly bound: number | null
  readonly finding: string | null
  readonly explanation: string
  readonly twin: { readonly changed: string; readonly verdict: string } | null
  readonly snapshot: string | null
  readonly evidence: readonly Evidence[]
  /** relative to the report's folder */
  readonly figures: readonly string[]
  /** what the figures show, in the same order */
  readonly captions: readonly string[]
}

/** A claim as the reporter met it. */
export interface ReportedClaim {
  readonly record: ClaimRecord
  /** relative to the project, with forward slashes */
  readonly file: string
  readonly seconds: number
  readonly passed: boolean
  readonly failures: readonly string[]
  /** of the record's figures, in the same order */
  readonly captions: readonly string[]
}

/** What the report says of the run as a whole. */
export type RunDescription = Omit<ClaimsJson, 'schema' | 'faults' | 'errorBudget' | 'claims'>

/** Puts the report together, claims sorted by id, reading and part, so that equal runs give equal reports. */
export function claimsJson(run: RunDescription, claims: readonly ReportedClaim[]): ClaimsJson {
  const entries = claims.map((claim) => entryOf(claim, run.scale)).sort((a, b) => compare(sortKey(a), sortKey(b)))
  const counted = entries.filter(({ evidence }) => !evidence.some(isTimed))
  return { schema: 1, ...run, faults: [], errorBudget: { familywise, spent: spent(counted) }, claims: entries }
}

/** The folder of a claim's figures, for instance 'figures/P1.3-as-assigned-far-points'. */
export function figureFolder({ id, reading, part }: { id: string; reading: string; part: string }): string {
  return `figures/${id}-${reading}-${part.replace(/[^a-z0-9]+/g, '-')}`
}

function entryOf({ record, file, seconds, passed, failures, captions }: ReportedClaim, scale: Scale): ClaimEntry {
  const { frontMatter, judgement, outcome, twin, figures, snapshot } = record
  const { id, reading, part, kind, scope, statement, source, reported, pinned, explanation } = frontMatter
  const decided = judgement !== null && judgement.verdict !== 'inconclusive'
  return {
    id,
    reading,
    part,
    kind,
    scope,
    statement,
    source,
    reported: reported?.text ?? null,
    reportedValue: reported?.value ?? null,
    file,
    seconds,
    // An experiment that ended in an error has said nothing, as little as one that was not run.
    verdict: outcome ?? 'not-run',
    pinned: pinnedVerdict(pinned[scale]),
    passed,
    failures,
    test: judgement?.test ?? null,
    alpha: decided ? judgement.alpha : 0,
    lost: decided ? judgement.lost : 0,
    detectable: judgement?.detectable ?? null,
    bound: judgement?.bound ?? null,
    finding: judgement?.finding ?? record.notRun,
    explanation,
    twin,
    snapshot,
    evidence: judgement?.evidence ?? [],
    figures: figures.map((name) => `${figureFolder(frontMatter)}/${name}`),
    captions,
  }
}

function sortKey({ id, reading, part }: ClaimEntry): string {
  return [id, reading === 'as-submitted' ? 0 : 1, part].join(' ')
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

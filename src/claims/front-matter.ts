import type { Scale } from '../switches.ts'
import type { Verdict } from './verdict.ts'

export type Reading = 'as-submitted' | 'as-assigned'
export type Kind = 'exact' | 'value' | 'ordering' | 'rate' | 'theorem'
/** What an ordering speaks of: the trained nets themselves, or the method over seeds. */
export type Scope = 'these nets' | 'the method'

/** The verdict that a claim is known to get. An undecided one is pinned only with the reason for it. */
export type Pin = 'reproduced' | 'refuted' | { readonly inconclusive: string }

/** A number that the notebook printed: its digits and its value. */
export interface Reported {
  readonly text: string
  readonly value: number
}

/** What is known of a claim before it is measured. Every key is required and no other is allowed. */
export interface FrontMatter {
  /** as in the list of claims: 'P1.3' */
  readonly id: string
  readonly reading: Reading
  /** which statement of the claim, in a few lower-case words; (id, reading, part) is unique in the suite */
  readonly part: string
  readonly kind: Kind
  /** null for kinds other than 'ordering' */
  readonly scope: Scope | null
  /** the claim in the present tense, at most 100 characters, without a full stop */
  readonly statement: string
  /** where the notebook says so */
  readonly source: string
  readonly reported: Reported | null
  readonly pinned: Readonly<Record<Scale, Pin>>
  /** what the finding means, and where the notebook's number comes from */
  readonly explanation: string
}

const checks: { readonly [Key in keyof FrontMatter]: (value: unknown) => string | null } = {
  id: (value) => (matches(value, /^P[1-4]\.[1-9]$/) ? null : "must look like 'P1.3'"),
  reading: oneOf('as-submitted', 'as-assigned'),
  part: (value) =>
    matches(value, /^[a-z0-9][a-z0-9, ]{2,39}$/)
      ? null
      : 'must be 3 to 40 lower-case letters, digits, commas and spaces',
  kind: oneOf('exact', 'value', 'ordering', 'rate', 'theorem'),
  scope: oneOf('these nets', 'the method', null),
  statement: checkStatement,
  source: (value) => (matches(value, /\S/) ? null : 'must say where the notebook makes the claim'),
  reported: (value) => (value === null || isReported(value) ? null : "must be null or { text: '0.538', value: 0.538 }"),
  pinned: (value) => checkPins(value),
  explanation: (value) => (matches(value, /\S{3}/) ? null : 'must explain the finding'),
}

/** Keys of the front matter in the order in which a spec states them. */
export const frontMatterKeys = Object.keys(checks) as (keyof FrontMatter)[]

/**
 * Checks a front matter that may come from anywhere.
 *
 * @throws {TypeError} that lists every key that is missing, unknown or wrong
 */
export function checkFrontMatter(candidate: Readonly<Record<string, unknown>>): FrontMatter {
  const faults = [
    ...frontMatterKeys.filter((key) => !(key in candidate)).map((key) => `'${key}' is missing`),
    ...Object.keys(candidate)
      .filter((key) => !(key in checks))
      .map((key) => `'${key}' is unknown`),
    ...frontMatterKeys
      .filter((key) => key in candidate)
      .map((key) => [key, checks[key](candidate[key])] as const)
      .filter(([, fault]) => fault !== null)
      .map(([key, fault]) => `'${key}' ${fault}, but is ${JSON.stringify(candidate[key])}`),
  ]
  if (candidate.kind === 'ordering' && candidate.scope === null) faults.push("'scope' of an ordering must be stated")
  if (candidate.kind !== 'ordering' && candidate.scope) faults.push("'scope' is for orderings: set it to null")
  if (faults.length > 0) throw new TypeError(`The claim ${nameOf(candidate)} is not well formed: ${faults.join('; ')}.`)
  return candidate as unknown as FrontMatter
}

/** How a claim is called in messages: 'P1.3 (as-assigned, accuracy)'. */
export function nameOf(claim: { readonly id?: unknown; readonly reading?: unknown; readonly part?: unknown }): string {
  return `${claim.id} (${claim.reading}, ${claim.part})`
}

/** The verdict that a pin stands for. */
export function pinnedVerdict(pin: Pin): Verdict {
  return typeof pin === 'string' ? pin : 'inconclusive'
}

function matches(value: unknown, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value)
}

function oneOf(...allowed: (string | null)[]): (value: unknown) => string | null {
  return (value) =>
    allowed.some((one) => one === value) ? null : `must be one of ${allowed.map((one) => `${one}`).join(', ')}`
}

function checkStatement(value: unknown): string | null {
  if (!matches(value, /^[A-Z0-9]/)) return 'must be a sentence that begins with a capital letter or a digit'
  if (value.length > 100) return `must have at most 100 characters and has ${value.length}`
  if (value.endsWith('.')) return 'must not end in a full stop'
  const modal = /\b(should|shall|will|would|must|might|tests? that)\b/i.exec(value)
  return modal ? `must state a fact in the present tense, without '${modal[0]}'` : null
}

function isReported(value: unknown): value is Reported {
  if (typeof value !== 'object' || value === null) return false
  const { text, value: number } = value as Partial<Reported>
  return typeof text === 'string' && text !== '' && Number.isFinite(number)
}

function checkPins(value: unknown): string | null {
  const fault = 'must pin a verdict for each of the scales quick and full'
  if (typeof value !== 'object' || value === null) return fault
  const pins = value as Record<string, unknown>
  if (Object.keys(pins).sort().join() !== 'full,quick') return fault
  const sound = Object.values(pins).every(
    (pin) =>
      pin === 'reproduced' || pin === 'refuted' || matches((pin as { inconclusive?: unknown })?.inconclusive, /\S{3}/),
  )
  return sound ? null : "must hold 'reproduced', 'refuted' or { inconclusive: 'the reason' }"
}

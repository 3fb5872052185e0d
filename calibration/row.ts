import { clopperPearson } from '../src/statistics/clopper-pearson.ts'
import type { Interval } from '../src/statistics/interval.ts'
import { allowance, tolerances } from '../src/tolerances.ts'

/** One error of one judge where the truth is known: what the report says of its rate, and what it is. */
export interface Row {
  readonly judge: string
  /** what is true of the simulated claims */
  readonly truth: string
  /** the verdict that is an error here, or is missed */
  readonly error: string
  /** at most, by the report */
  readonly said: number
  readonly measured: number
  /** of a simulation; null of a chance that was added up */
  readonly interval: Interval | null
  /** claims that were simulated; null of a chance that was added up */
  readonly claims: number | null
  /** what the judge supposes and these claims lack; null where it may be held to its word */
  readonly broken: string | null
}

/** How often a simulated bound may be wrong: once in a million rows on each side. */
const boundError = 1e-6

/** What a simulation came to. */
export function simulated(row: Omit<Row, 'measured' | 'interval' | 'claims'>, errors: number, claims: number): Row {
  return { ...row, measured: errors / claims, interval: clopperPearson(errors, claims, boundError), claims }
}

/** What was added up. */
export function addedUp(row: Omit<Row, 'measured' | 'interval' | 'claims'>, measured: number): Row {
  return { ...row, measured, interval: null, claims: null }
}

/** Whether the rate exceeds what is said: for certain if it was added up, else beyond what chance explains. */
export function exceeds({ said, measured, interval }: Row): boolean {
  return interval === null ? measured > said + allowance(said, tolerances.addedUpChance) : interval.low > said
}

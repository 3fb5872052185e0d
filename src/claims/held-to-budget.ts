import { defaultSeed } from '../switches.ts'
import { type Evidence, isTimed } from './evidence.ts'

/**
 * Whether a judgement is held to the error budget. Its chance of a miss is an estimate: with the default seed, where a claim gets its pin and
 * its count of runs, it is the same each time. With another seed, and of seconds in each run, it is drawn anew.
 */
export function isHeldToBudget(seed: string, evidence: readonly Evidence[]): boolean {
  return seed === defaultSeed && !evidence.some(isTimed)
}

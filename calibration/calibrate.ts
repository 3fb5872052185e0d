import { lostDecision } from '../src/claims/error-budget.ts'
import { allowance, tolerances } from '../src/tolerances.ts'
import { type Detectable, detectableEffects } from './detectable-effects.ts'
import { falseDecisionsBySimulation } from './false-decisions.ts'
import { falseDecisionsAddedUp } from './false-decisions-in-use.ts'
import { lostDecisionsBySimulation, pinsLostOnFreshSeeds } from './lost-decisions.ts'
import { lostDecisionsAddedUp } from './lost-decisions-in-use.ts'
import { exceeds, type Row } from './row.ts'

/** What the judges were found to do. */
export interface Calibration {
  readonly falseDecisions: readonly Row[]
  readonly lostDecisions: readonly Row[]
  /** pins on fresh seeds; the report does not claim to bound these */
  readonly pins: readonly Row[]
  readonly detectable: readonly Detectable[]
}

export interface Depth {
  /** simulated for each row */
  readonly claims: number
  /** the rates of error at which false decisions are simulated */
  readonly alphas: readonly number[]
  /** how much is counted where chances are added up */
  readonly size: 'small' | 'large'
}

/** Judges claims whose truth is known. */
export function calibrate(seed: string, { claims, alphas, size }: Depth): Calibration {
  return {
    falseDecisions: [...falseDecisionsAddedUp(size), ...falseDecisionsBySimulation(seed, claims, alphas)],
    lostDecisions: [...lostDecisionsAddedUp(size), ...lostDecisionsBySimulation(seed, claims)],
    pins: pinsLostOnFreshSeeds(seed, claims, [0.05, 0.01, 0.001]),
    detectable: detectableEffects(size),
  }
}

/** What a judge does more often than its report says, though all that it supposes holds. */
export function excesses({ falseDecisions, lostDecisions }: Calibration): Row[] {
  return [...falseDecisions, ...lostDecisions].filter((row) => row.broken === null && exceeds(row))
}

/** Effects that are missed more often than is said of them, or would not be if they were smaller. */
export function wrongEffects({ detectable }: Calibration): Detectable[] {
  return detectable.filter(
    ({ missed, missedNearer }) =>
      missed > lostDecision + allowance(lostDecision, tolerances.addedUpChance) || missedNearer <= lostDecision,
  )
}

import { falseDecision } from '../claims/error-budget.ts'

/** How sure an interval of a claim is, for captions. */
export const boundsInWords = `each bound misses the truth once in ${(1 / falseDecision).toLocaleString('en-US')} times`

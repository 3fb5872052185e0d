import { type Evidence, exactEvidence } from '../evidence.ts'
import type { Judgement } from '../judgement.ts'

export interface ExactQuestion {
  readonly metric: string
  /** the value of the replay */
  readonly value: number
  /** the digits as printed, for instance '0.538' */
  readonly printed: string
  readonly unit?: string
  /** further evidence to show beside the judged quantity */
  readonly context?: readonly Evidence[]
}

/**
 * Judges a deterministic replay: reproduced if the value, rounded to as many decimals as were printed, has exactly
 * the printed digits. Chance plays no part, so it costs no error budget.
 *
 * @throws {RangeError} if `printed` is not a plain decimal number
 */
export function judgeExact({ metric, value, printed, unit = '1', context = [] }: ExactQuestion): Judgement {
  if (!/^-?\d+(\.\d+)?$/.test(printed)) {
    throw new RangeError(`printed digits look like '0.538', but these are '${printed}'`)
  }
  const decimals = printed.split('.')[1]?.length ?? 0
  // A value a little below zero rounds to '-0.00', which nobody prints.
  const measured = Number.isFinite(value) ? value.toFixed(decimals).replace(/^-(0(\.0*)?)$/, '$1') : String(value)
  const verdict = !Number.isFinite(value) ? 'inconclusive' : measured === printed ? 'reproduced' : 'refuted'
  return {
    verdict,
    test: `equality of the ${decimals} printed decimals`,
    alpha: 0,
    lost: 0,
    detectable: null,
    evidence: [exactEvidence(metric, value, unit), ...context],
    finding: `The replay gives ${measured}; printed was ${printed}.`,
  }
}

export interface FactQuestion {
  readonly metric: string
  readonly value: number
  readonly unit?: string
  /** the claim, decided without chance */
  readonly holds: boolean
  /** the comparison in words: 'the second number exceeds the first' */
  readonly comparison: string
  readonly finding: string
  readonly context?: readonly Evidence[]
}

/** Judges a comparison of numbers that involve no chance, such as two printed ones. */
export function judgeFact(question: FactQuestion): Judgement {
  const { metric, value, unit = '1', holds, comparison, finding, context = [] } = question
  return {
    verdict: !Number.isFinite(value) ? 'inconclusive' : holds ? 'reproduced' : 'refuted',
    test: comparison,
    alpha: 0,
    lost: 0,
    detectable: null,
    evidence: [exactEvidence(metric, value, unit), ...context],
    finding,
  }
}

import { type Evidence, medianEvidence } from '../claims/evidence.ts'

/** What a judge asks of the times of two nets, round by round. */
export interface SecondsRatio {
  readonly metric: string
  readonly values: Float64Array
  readonly unit: string
  readonly units: string
  readonly context: readonly Evidence[]
}

/**
 * How many times as long as a step of the second net one of the first takes, with the seconds of both as context.
 *
 * @param seconds - of each net, one value for each round, as `secondsInTurn` gives them
 * @param names - of the two nets: 'dropout', 'plain'
 */
export function secondsRatio(
  [slow, fast]: readonly [Float64Array, Float64Array],
  names: readonly [slow: string, fast: string],
): SecondsRatio {
  return {
    metric: `${names[0]}_over_${names[1]}_seconds_a_step`,
    values: slow.map((seconds, round) => seconds / fast[round]!),
    unit: 's/s',
    units: 'rounds',
    context: [slow, fast].map((seconds, net) => medianEvidence(`${names[net]}_seconds_a_step`, seconds, 's')),
  }
}
